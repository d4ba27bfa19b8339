-- 转接: the other line a caller is put through to, beside the order it has had since.

create table telephony.put_through (
  city_id smallint not null,
  call_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  number text not null,
  state text not null check (state in ('ringing', 'joined', 'handed-over', 'failed')),
  cause text,
  asked_at timestamptz not null,
  joined_at timestamptz,
  ended_at timestamptz,
  primary key (city_id, call_id, id)
);

create unique index put_through_one on telephony.put_through (city_id, call_id)
  where state in ('ringing', 'joined');
