-- 机制: what a city does otherwise than by default, as data; which orders it holds, and the form of each.

create schema mechanisms;

create table mechanisms.definition (
  city_id smallint not null,
  code text not null,
  no smallint not null,
  definition jsonb not null,
  primary key (city_id, code)
);

create table mechanisms.held (
  city_id smallint not null,
  order_id uuid not null,
  no smallint not null,
  mechanism text not null,
  because text[] not null,
  held_at timestamptz not null,
  ended_at timestamptz,
  repeat_at timestamptz,
  primary key (city_id, order_id, no)
) partition by range (order_id);
comment on table mechanisms.held is '归入机制: which mechanism an order is under, from when to when; one at a time.';
comment on column mechanisms.held.because is 'What brought it on: matter, zone:<name>, place, words, fields, channel; never what was said.';
comment on column mechanisms.held.repeat_at is 'When it was told to be the second complaint about the same thing.';
create unique index held_one on mechanisms.held (city_id, order_id) where ended_at is null;
create index held_by_mechanism on mechanisms.held (city_id, mechanism, order_id) where ended_at is null;
insert into platform.partitioned values ('mechanisms', 'held', 'id', false);

create table mechanisms.value (
  city_id smallint not null,
  order_id uuid not null,
  code text not null,
  no smallint not null,
  mechanism text not null,
  value jsonb,
  sealed bytea,
  key bytea,
  by_account uuid,
  by_unit text,
  filled_at timestamptz not null,
  ended_at timestamptz,
  primary key (city_id, order_id, code, no),
  check (value is null or sealed is null)
) partition by range (order_id);
comment on table mechanisms.value is '机制要素: every answer with from and to; both value and sealed null: it was taken back. A sensitive one is sealed.';
comment on column mechanisms.value.key is 'Keyed digest of a name by which orders about the same thing are found; the name itself stands in value.';
create unique index value_one on mechanisms.value (city_id, order_id, code) where ended_at is null;
create index value_by_key on mechanisms.value (city_id, mechanism, code, key, order_id)
  where key is not null and ended_at is null;
insert into platform.partitioned values ('mechanisms', 'value', 'id', false);

create table mechanisms.objection (
  city_id smallint not null,
  id uuid not null,
  order_id uuid not null,
  mechanism text not null,
  state text not null check (state in ('waiting', 'upheld', 'dismissed')),
  reason text not null,
  raised_by uuid,
  raised_unit text,
  raised_at timestamptz not null,
  ruling text,
  ruled_by uuid,
  ruled_at timestamptz,
  primary key (city_id, id),
  check ((state = 'waiting') = (ruled_at is null)),
  check ((ruling is null) = (ruled_at is null))
);
comment on table mechanisms.objection is '档案异议: whose record it is says that an order does not count against them; somebody else rules.';
create unique index objection_waits on mechanisms.objection (city_id, order_id) where state = 'waiting';
create index objection_of on mechanisms.objection (city_id, mechanism, id);
create index objection_by_order on mechanisms.objection (city_id, order_id);

-- Migrations run before the process makes its months: those that exist get the new tables as well.
select platform.make_month(replace(right(c.relname, 7), '_', '-'))
from pg_inherits as i
join pg_class as c on c.oid = i.inhrelid
where i.inhparent = 'orders.order'::regclass;
