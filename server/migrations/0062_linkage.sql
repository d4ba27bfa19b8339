-- 双线协同: what passed between 12345 and 110 about an order, by which mechanism and on which basis.

create schema linkage;

create table linkage.record (
  city_id smallint not null,
  order_id uuid not null,
  id uuid not null,
  act text not null check (act in ('transfer', 'together', 'clue', 'received')),
  mechanism text not null check (mechanism in ('transfer', 'response')),
  peer text not null,
  assignment_id uuid,
  message_id uuid,
  list_row text,
  basis text,
  state text not null check (state in ('sent', 'accepted', 'returned', 'done', 'withdrawn')),
  stage text,
  asked_at timestamptz not null,
  asked_by uuid,
  receipt_due_at timestamptz,
  accepted_at timestamptz,
  ended_at timestamptz,
  primary key (city_id, order_id, id)
) partition by range (order_id);
comment on table linkage.record is '联动记录: one thing handed to 110 or taken from it; the messages are the exchange''s.';
comment on column linkage.record.list_row is 'Row of the co-signed list; null where none fits.';
comment on column linkage.record.basis is 'The article it rests on, as the city''s data said then.';
comment on column linkage.record.message_id is 'The message that carried it, ours or theirs, by our own id.';
insert into platform.partitioned values ('linkage', 'record', 'id', false);

create table linkage.day_sum (
  city_id smallint not null,
  on_day date not null,
  act text not null,
  mechanism text not null,
  asked integer not null,
  accepted integer not null,
  returned integer not null,
  done integer not null,
  primary key (city_id, on_day, act, mechanism)
);
comment on table linkage.day_sum is 'Linkage by the day it was asked for and what became of it, kept with every step.';

-- Migrations run before the process makes its months: those that exist get the new table as well.
select platform.make_month(replace(right(c.relname, 7), '_', '-'))
from pg_inherits as i
join pg_class as c on c.oid = i.inhrelid
where i.inhparent = 'orders.order'::regclass;
