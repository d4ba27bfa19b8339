-- 并单 (domain T23): one order is handled with another one; whoever asked keeps number, answer and rating.

create schema merging;

alter table orders.order drop constraint order_status_check;
-- A month made apart and attached keeps the check as its own.
do $$
declare
  month regclass;
begin
  for month in
    select inhrelid::regclass from pg_inherits where inhparent = 'orders.order'::regclass
  loop
    execute format('alter table %s drop constraint if exists order_status_check', month);
  end loop;
end
$$;
alter table orders.order add constraint order_status_check check (status in
  ('to-accept', 'in-transfer', 'to-dispatch', 'in-progress', 'in-dispute', 'need-info', 'suspended', 'parked', 'merged',
   'reply-review', 'call-back', 'closed', 'archived', 'answered', 'disposed', 'transferred', 'withdrawn'));
alter table orders.order add column merged_into uuid;
comment on column orders.order.merged_into is '主办工单: the order it is, or was, handled with; gone when it is taken out.';

drop index orders.order_open_by_status;
create index order_open_by_status on orders.order (city_id, status, urgency, id)
  where status in
    ('to-accept', 'in-transfer', 'to-dispatch', 'in-progress', 'in-dispute', 'need-info', 'suspended', 'parked', 'merged',
     'reply-review', 'call-back');

create table merging.member (
  city_id smallint not null,
  order_id uuid not null,
  no smallint not null,
  master_id uuid not null,
  before text not null check (before in ('to-dispatch', 'in-progress')),
  duties jsonb not null,
  state text not null check (state in ('open', 'answered', 'taken-out', 'withdrawn')),
  reason_no smallint not null,
  merged_by uuid,
  merged_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (city_id, order_id, no),
  check ((state = 'open') = (ended_at is null))
);
comment on table merging.member is '并单: which order is handled with which, and where it stood before. Words stand in orders.text.';
comment on column merging.member.duties is 'Units and roles it lay with when it was merged, lead first; they get it back when it is taken out.';
create unique index one_open_member on merging.member (city_id, order_id) where state = 'open';
create index member_of_master on merging.member (city_id, master_id, order_id);
