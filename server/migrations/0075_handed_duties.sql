create schema nets;

-- Which duties have gone to a unit's own system: told once, however often a job runs.
create table nets.handed_duty (
  city_id smallint not null,
  order_id uuid not null,
  assignment_id uuid not null,
  round smallint not null,
  peer text not null,
  at timestamptz not null,
  primary key (city_id, order_id, assignment_id, round)
) partition by range (order_id);
comment on table nets.handed_duty is '已下派: a duty, and each new round of it, handed to the own system of its unit.';
insert into platform.partitioned values ('nets', 'handed_duty', 'id', false);

-- Migrations run before the process makes its months: those that exist get the new table as well.
select platform.make_month(replace(right(c.relname, 7), '_', '-'))
from pg_inherits as i
join pg_class as c on c.oid = i.inhrelid
where i.inhparent = 'orders.order'::regclass;

-- What was handed over before: the open cases of orders, so that a county switched on again is not told of them twice.
insert into nets.handed_duty (city_id, order_id, assignment_id, round, peer, at)
select a.city_id, a.order_id, a.id, a.round, c.peer, c.opened_at
from exchange.case as c
join exchange.peer as p on p.city_id = c.city_id and p.code = c.peer and p.adapter in ('county', 'dual-line')
join dispatch.assignment as a on a.city_id = c.city_id and a.order_id = c.order_id
where c.opened_by = 'us' and a.parent_id is null and a.role <> 'copy' and a.sent_at <= c.opened_at;
