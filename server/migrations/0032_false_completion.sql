-- 虚假办结: an answer that says what is not so, found at a call-back or at a site check.

alter table orders.order add column archive_held boolean not null default false;
comment on column orders.order.archive_held is 'T28 waits: something about the closed order is not decided yet.';

create table call_back.false_completion (
  city_id smallint not null,
  order_id uuid not null,
  no smallint not null,
  round smallint not null,
  assignment_id uuid not null,
  unit_code text not null,
  unit_path text not null,
  found_how text not null check (found_how in ('call-back', 'site-check')),
  claimed_no smallint,
  found_no smallint not null,
  file_ids uuid[] not null default '{}',
  state text not null check (state in ('found', 'heard', 'confirmed', 'dismissed')),
  found_by uuid,
  found_at timestamptz not null,
  hear_until timestamptz not null,
  heard_no smallint,
  heard_by uuid,
  heard_at timestamptz,
  ruling_no smallint,
  ruled_by uuid,
  ruled_at timestamptz,
  primary key (city_id, order_id, no),
  check ((state in ('confirmed', 'dismissed')) = (ruled_at is not null))
) partition by range (order_id);
comment on table call_back.false_completion is
  '虚假办结: its own record; neither the rating nor the unit''s reply changes by it. Words stand in orders.text.';
insert into platform.partitioned values ('call_back', 'false_completion', 'id', false);
-- An order of an earlier month may be found out today.
select platform.make_month(replace(right(c.relname, 7), '_', '-'))
from pg_inherits as i
join pg_class as c on c.oid = i.inhrelid
where i.inhparent = 'orders.order'::regclass;
create unique index one_open_false_completion on call_back.false_completion (city_id, order_id)
  where state in ('found', 'heard');
create index false_completion_open on call_back.false_completion (city_id, found_at, order_id)
  where state in ('found', 'heard');
create index false_completion_confirmed on call_back.false_completion (city_id, ruled_at, order_id)
  where state = 'confirmed';
