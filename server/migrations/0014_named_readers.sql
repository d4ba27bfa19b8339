-- 专人专办 (domain 2.11): of an order of secrecy 3 only the persons named for a duty see it in the unit that holds it.

alter table dispatch.assignment add column readers uuid[];
comment on column dispatch.assignment.readers is
  'Null: everybody of the unit works on it. Otherwise the accounts named for an order of secrecy 3, none until somebody is named.';
-- Only orders for named readers have any: the index stays as small as they are few.
create index assignment_readers on dispatch.assignment using gin (readers) where readers is not null;

-- Duties of before lay open to their whole unit: from now on they wait until somebody is named.
update dispatch.assignment as a
set readers = '{}'
from orders.order as o
where o.city_id = a.city_id and o.id = a.order_id and o.secrecy = 3;

-- They leave the counters of their unit for that of what waits for a name.
insert into desk.delta (city_id, key, delta)
select a.city_id, 'unit:' || unit || ':' || moved.desk, moved.by
from dispatch.assignment as a,
  unnest(string_to_array(a.unit_path, '/')) as unit,
  lateral (
    select case
      when a.state = 'sent' then 'unit-sent'
      when a.state = 'submitted' then 'unit-submitted'
      when a.state = 'to-sign-off' then 'unit-sign-off'
      else 'unit-working' end, -1
    union all
    select 'unit-to-name', 1
  ) as moved (desk, by)
where a.readers is not null
  and (a.state in ('sent', 'to-sign-off', 'submitted')
    or (a.state in ('signed', 'contacted', 'delegated') and a.role <> 'copy'));
