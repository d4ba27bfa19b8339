-- 接口密钥, and what outsiders may report and read of (Open311 GeoReport v2).

create table identity.api_key (
  city_id smallint not null,
  id uuid not null,
  account_id uuid not null,
  name text not null,
  ending text not null,
  key_hash bytea not null unique,
  made_at timestamptz not null,
  made_by uuid,
  ended_at timestamptz,
  primary key (city_id, id)
);
comment on table identity.api_key is '接口密钥 of a machine account: the key itself was said once, here stands its SHA-256.';
create index api_key_of_account on identity.api_key (city_id, account_id, id desc);

alter table organisation.city add column changed_at timestamptz not null default '2026-01-01T00:00:00Z';
comment on column organisation.city.changed_at is 'When the version was raised last: outside programs keep what they read until then.';

create schema open311;

create table open311.offer (
  city_id smallint not null,
  code text not null,
  no smallint not null,
  definition jsonb not null,
  primary key (city_id, code)
);
comment on table open311.offer is '公开服务: matters that outsiders may report and read of; data of the city.';

create table open311.token (
  city_id smallint not null,
  token uuid not null,
  order_id uuid not null,
  primary key (city_id, token)
);
comment on table open311.token is 'Names an order whose number is told only once an agent accepted it. Kept for ever.';
