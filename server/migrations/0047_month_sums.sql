-- 月度汇总: figures of whole months are read from sums. Whoever writes facts also writes what they change, in the same
-- transaction; the changes are folded into the sums afterwards. A reading is sums and changes together.

create table indicators.change (
  city_id smallint not null,
  id bigint generated always as identity,
  on_month date not null,
  county text not null,
  matter_code text not null,
  unit_code text,
  unit_path text not null,
  raw_counted bigint not null,
  raw_met bigint not null,
  counted bigint not null,
  met bigint not null,
  unknown bigint not null,
  left_out jsonb,
  amount integer,
  many integer not null,
  primary key (city_id, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
comment on table indicators.change is
  '事实的增减: so many facts of this kind came (many > 0) or left (many < 0). Inserted with the facts, so that no writer waits for a sum; folded by a chore.';
comment on column indicators.change.unit_path is 'Empty: nobody''s but the centre''s.';

create table indicators.scope_sum (
  city_id smallint not null,
  on_month date not null,
  unit_path text not null,
  county text not null,
  figure text not null,
  code text not null,
  total integer not null,
  raw_counted integer not null,
  raw_met integer not null,
  counted integer not null,
  met integer not null,
  unknown integer not null,
  primary key (city_id, unit_path, on_month, county, figure, code)
) with (fillfactor = 80);
comment on table indicators.scope_sum is
  '一个单位连同下级一个月的各项合计; the empty path is everybody. What is not due yet is in it as if it were due and is taken off by whoever reads.';
comment on column indicators.scope_sum.total is 'All that belong here, of which unknown are not said by the events.';
comment on column indicators.scope_sum.code is 'By which code it is left out of the figure; empty: it is not.';

create table indicators.unit_sum (
  city_id smallint not null,
  on_month date not null,
  figure text not null,
  unit_path text not null,
  county text not null,
  matter_code text not null,
  code text not null,
  unit_code text,
  total integer not null,
  raw_counted integer not null,
  raw_met integer not null,
  counted integer not null,
  met integer not null,
  unknown integer not null,
  primary key (city_id, on_month, figure, unit_path, county, matter_code, code)
) with (fillfactor = 80);
comment on table indicators.unit_sum is
  '一个单位自己、一类事项、一个月的各项合计: for rankings and groups. An empty path is nobody''s but the centre''s.';

create table indicators.amount_sum (
  city_id smallint not null,
  on_month date not null,
  unit_path text not null,
  county text not null,
  figure text not null,
  amount integer not null,
  many integer not null,
  primary key (city_id, unit_path, on_month, figure, county, amount)
) with (fillfactor = 80);
comment on table indicators.amount_sum is
  '时长、次数的分布: how many of each amount, exactly, so that a median is the same as over the facts. unit_path as in scope_sum.';

-- What is counted already enters as changes.
insert into indicators.change
  (city_id, on_month, county, matter_code, unit_code, unit_path, raw_counted, raw_met, counted, met, unknown, left_out,
   amount, many)
select city_id, date_trunc('month', at at time zone 'Asia/Shanghai')::date, county, matter_code, unit_code,
  coalesce(unit_path, ''), raw_counted, raw_met, counted, met, unknown, left_out, amount, count(*)
from indicators.fact
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13;

-- What waits for its time is looked at anew by every reading.
create index fact_waiting on indicators.fact (city_id, waits_until) where waits_until is not null;
-- K44 (2^39) and K45 (2^40) are counted over issues: their rows alone, with all that is asked of them.
create index fact_gathered on indicators.fact (city_id, at) include (issue_id, county, unit_path, matter_code, order_id)
  where counted & 549755813888 <> 0;
create index fact_solved on indicators.fact (city_id, at) include (issue_id, county, unit_path, matter_code, order_id)
  where counted & 1099511627776 <> 0;

alter table indicators.rebuild
  add column mended integer not null default 0,
  add column fact_version integer not null default 0;
comment on column indicators.rebuild.mended is 'Sums that were not what the facts say, and were put right.';
comment on column indicators.rebuild.fact_version is 'By which rules the facts were made; an upgraded program that makes them otherwise begins anew by itself.';
