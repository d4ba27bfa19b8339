-- T4 转接待反馈: an order put through to 110 or another line stays somebody's duty until the other side has fed back.

alter table orders.order drop constraint order_status_check;
-- A month made apart and attached keeps the check as its own.
do $$
declare
  month regclass;
begin
  for month in select inhrelid::regclass from pg_inherits where inhparent = 'orders.order'::regclass loop
    execute format('alter table %s drop constraint if exists order_status_check', month);
  end loop;
end
$$;
alter table orders.order add constraint order_status_check check (status in
  ('to-accept', 'in-transfer', 'to-dispatch', 'in-progress', 'need-info', 'reply-review', 'call-back', 'closed', 'archived',
   'answered', 'disposed', 'transferred', 'withdrawn'));
create index order_in_transfer on orders.order (city_id, status, urgency, id) where status = 'in-transfer';

create table intake.transfer (
  city_id smallint not null,
  order_id uuid not null,
  to_party text not null,
  sent_at timestamptz not null,
  sent_by uuid,
  received_at timestamptz,
  their_no text,
  ended_at timestamptz,
  outcome text check (outcome in ('fed-back', 'returned')),
  primary key (city_id, order_id)
) partition by range (order_id);
comment on table intake.transfer is
  '转接: the shadow of an order that went to another line by voice, until its feedback. their_no: the number it has over there.';
insert into platform.partitioned values ('intake', 'transfer', 'id', false);
-- An order of an earlier month may be put through today.
select platform.make_month(replace(right(c.relname, 7), '_', '-'))
from pg_inherits as i
join pg_class as c on c.oid = i.inhrelid
where i.inhparent = 'orders.order'::regclass;
