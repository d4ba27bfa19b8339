-- 指标: what each order puts into which period, made anew from its events and never counted up.

create schema if not exists indicators;

create table indicators.fact (
  city_id smallint not null,
  order_id uuid not null,
  no smallint not null,
  at timestamptz not null,
  waits_until timestamptz,
  county text not null,
  matter_code text not null,
  unit_code text,
  unit_path text,
  issue_id uuid not null,
  raw_counted bigint not null,
  raw_met bigint not null,
  counted bigint not null,
  met bigint not null,
  unknown bigint not null,
  left_out jsonb,
  amount integer,
  primary key (city_id, order_id, no)
) partition by range (order_id);
comment on table indicators.fact is
  '事实: what one order puts into one instant for one unit. The bits of the masks are the places of the figures in contract/src/words/indicators.ts.';
comment on column indicators.fact.at is 'By which day it falls into a period: acceptance, dispatch, a due time, an answer.';
comment on column indicators.fact.waits_until is 'Not done yet: until then it is not due (X12), afterwards it counts as not done in time.';
comment on column indicators.fact.raw_counted is 'Below the line before anything is left out; raw_met above it.';
comment on column indicators.fact.unknown is 'The events do not say: lowers the coverage.';
comment on column indicators.fact.left_out is 'Bit of a figure to the code by which it is left out of it.';
comment on column indicators.fact.amount is 'Minutes or times, of the one figure of the row that is measured.';
create index fact_by_instant on indicators.fact (city_id, at, order_id);
create index fact_by_unit on indicators.fact (city_id, unit_path text_pattern_ops, at) where unit_path is not null;
create index fact_by_county on indicators.fact (city_id, county, at);
create index fact_by_issue on indicators.fact (city_id, issue_id, at);

create table indicators.made (
  city_id smallint not null,
  order_id uuid not null,
  seq integer not null,
  primary key (city_id, order_id)
) partition by range (order_id);
comment on table indicators.made is 'How far the facts of an order follow its events.';

create table indicators.month (
  city_id smallint not null,
  on_month date not null,
  order_id uuid not null,
  primary key (city_id, on_month, order_id)
) partition by range (order_id);
comment on table indicators.month is
  'Every month an order ever had something to do with, also where a due time has moved away since: whom a report as of then has to read.';

insert into platform.partitioned values ('indicators', 'fact', 'id', false),
  ('indicators', 'made', 'id', false), ('indicators', 'month', 'id', false);
select platform.make_month(replace(right(c.relname, 7), '_', '-'))
from pg_inherits as i
join pg_class as c on c.oid = i.inhrelid
where i.inhparent = 'orders.order'::regclass;

create table indicators.rebuild (
  city_id smallint not null,
  id uuid not null,
  asked_at timestamptz not null,
  asked_by uuid,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done')),
  done integer not null default 0,
  total integer not null default 0,
  after uuid,
  ended_at timestamptz,
  primary key (city_id, id)
);
comment on table indicators.rebuild is '重算: the facts of all orders made anew. after: the last order that is done; it goes on from there.';
create unique index one_rebuild on indicators.rebuild (city_id) where state <> 'done';
