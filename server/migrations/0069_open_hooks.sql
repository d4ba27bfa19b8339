-- 推送订阅: where changes are sent, how far that is, and whether anybody answers there.

create table open_api.hook (
  city_id smallint not null,
  id uuid not null,
  account_id uuid not null,
  key_id uuid not null,
  url text not null,
  kinds text[] not null check (cardinality(kinds) > 0),
  secret_enc bytea not null,
  position bigint not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  failures integer not null default 0,
  next_at timestamptz not null,
  down_since timestamptz,
  last_error text,
  last_sent_at timestamptz,
  primary key (city_id, id)
);
comment on column open_api.hook.key_id is 'The key it was made with: when that is over, nothing is sent any more.';
comment on column open_api.hook.position is 'Of open_api.change: up to here it has been sent.';
create index hook_of_account on open_api.hook (city_id, account_id, id desc);
create index hook_due on open_api.hook (city_id, next_at) where ended_at is null;
