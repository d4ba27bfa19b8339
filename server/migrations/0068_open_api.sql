-- 开放接口: what happened to orders, as systems of units are told.

create schema open_api;

create table open_api.told (
  city_id smallint not null,
  id bigint generated always as identity,
  order_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  kind text not null,
  assignment_id uuid,
  primary key (city_id, id)
);
comment on table open_api.told is 'Written with the event; leaves for open_api.change as soon as somebody reads.';
create index told_at on open_api.told (city_id, at);

create table open_api.change (
  city_id smallint not null,
  position bigint generated always as identity,
  order_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  kind text not null,
  assignment_id uuid,
  primary key (city_id, position)
);
comment on table open_api.change is '工单变化, for thirty days. Positions are given one transaction after the other, so whoever has read up to one has missed none before it.';
create index change_at on open_api.change (city_id, at);
