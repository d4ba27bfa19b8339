-- 接口权限: what a key may do, how often, until when; and how often it was used.

alter table identity.api_key
  add column scopes text[] not null default '{open311:file}'
    check (cardinality(scopes) > 0 and scopes <@ array[
      'open311:file', 'orders:read', 'orders:work', 'changes:read', 'export:read', 'people:read']),
  add column per_minute integer not null default 600 check (per_minute > 0),
  add column per_day integer not null default 50000 check (per_day > 0),
  add column expires_at timestamptz;
-- The defaults were for the keys that stand already.
alter table identity.api_key
  alter column scopes drop default,
  alter column per_minute drop default,
  alter column per_day drop default;

create table identity.api_use (
  city_id smallint not null,
  key_id uuid not null,
  used_on date not null,
  calls integer not null,
  refused integer not null,
  primary key (city_id, key_id, used_on)
);
comment on table identity.api_use is '接口调用: calls of a key on a day of the city, those refused for its limits among them.';
