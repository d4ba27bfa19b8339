-- 交给 Open311 城市的请求: what is asked after until it is closed.


create table nets.filed_request (
  city_id smallint not null,
  case_id uuid not null,
  peer text not null,
  order_id uuid not null,
  order_no text not null,
  request_id text,
  token text,
  heard text,
  misses integer not null,
  made_at timestamptz not null,
  next_at timestamptz not null,
  primary key (city_id, case_id)
);
comment on table nets.filed_request is '交给其他城市的请求: only those that are not closed there, so it stays small.';
comment on column nets.filed_request.token is 'By it they tell their number later.';
comment on column nets.filed_request.heard is 'A digest of what they said last; null: nothing was taken over yet.';
comment on column nets.filed_request.misses is 'How often in a row they did not know it.';
create index filed_request_due on nets.filed_request (city_id, peer, next_at);
