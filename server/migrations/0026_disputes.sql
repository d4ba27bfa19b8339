-- 退单与争议: a unit that is not the right one says so, somebody rules, and the ruling is remembered. The words of
-- 0031 (挂起、挂账) are let in as well, so that no index over all orders is made twice.

create schema disputes;

alter table orders.order drop constraint order_status_check;
alter table dispatch.assignment drop constraint assignment_state_check;
-- A month made apart and attached keeps the check as its own.
do $$
declare
  month regclass;
begin
  for month in
    select inhrelid::regclass from pg_inherits
    where inhparent in ('orders.order'::regclass, 'dispatch.assignment'::regclass)
  loop
    execute format('alter table %s drop constraint if exists order_status_check', month);
    execute format('alter table %s drop constraint if exists assignment_state_check', month);
  end loop;
end
$$;
alter table orders.order add constraint order_status_check check (status in
  ('to-accept', 'in-transfer', 'to-dispatch', 'in-progress', 'in-dispute', 'need-info', 'suspended', 'parked',
   'reply-review', 'call-back', 'closed', 'archived', 'answered', 'disposed', 'transferred', 'withdrawn'));
alter table orders.order add column disputes smallint not null default 0;
comment on column orders.order.disputes is 'How many requests to return it were signed so far: the round of the next ruling is one more.';
alter table orders.order add column lead_fixed boolean not null default false;
comment on column orders.order.lead_fixed is 'A conference fixed the lead (domain 2.6, round 3): nobody returns it any more.';
alter table orders.order add column raised_at timestamptz;
comment on column orders.order.raised_at is '问题工单: since when it is listed for the government above (three units and no lead that keeps it).';
create index order_raised on orders.order (city_id, raised_at, id) where raised_at is not null;
drop index orders.order_in_transfer;
drop index orders.order_open_by_status;
create index order_open_by_status on orders.order (city_id, status, urgency, id)
  where status in
    ('to-accept', 'in-transfer', 'to-dispatch', 'in-progress', 'in-dispute', 'need-info', 'suspended', 'parked',
     'reply-review', 'call-back');
drop index orders.order_due;
create index order_due on orders.order (city_id, due_at, id)
  where status in ('in-progress', 'in-dispute', 'need-info', 'suspended');

alter table dispatch.assignment add constraint assignment_state_check check (state in
  ('sent', 'signed', 'contacted', 'delegated', 'to-sign-off', 'return-to-sign', 'return-asked', 'parked', 'submitted',
   'done', 'revoked', 'returned'));
drop index dispatch.one_lead;
create unique index one_lead on dispatch.assignment (city_id, order_id)
  where role = 'lead' and state not in ('done', 'revoked', 'returned');
drop index dispatch.assignment_open;
create index assignment_open on dispatch.assignment (city_id, unit_path text_pattern_ops, state, due_at, id)
  where state in
    ('sent', 'signed', 'contacted', 'delegated', 'to-sign-off', 'return-to-sign', 'return-asked', 'parked',
     'submitted');
drop index dispatch.assignment_overdue;
create index assignment_overdue on dispatch.assignment (city_id, due_at)
  where state in ('sent', 'signed', 'contacted', 'delegated', 'to-sign-off', 'return-to-sign', 'return-asked')
    and role in ('lead', 'assist', 'linkage', 'delegate');
drop index dispatch.assignment_by_unit;
create index assignment_by_unit on dispatch.assignment (city_id, unit_path text_pattern_ops, order_id)
  where state not in ('revoked', 'returned');
comment on index dispatch.assignment_by_unit is 'What a unit may see at all: its search starts from its own duties, not from everybody''s orders.';

create table disputes.return (
  city_id smallint not null,
  order_id uuid not null,
  no smallint not null,
  assignment_id uuid not null,
  unit_code text not null,
  unit_path text not null,
  round smallint not null check (round between 1 and 3),
  reason text not null check (reason in
    ('not-our-duty', 'not-our-area', 'not-our-level', 'missing-info', 'duplicate', 'in-procedure', 'not-government',
     'other')),
  basis text not null,
  proper_unit text,
  words_no smallint not null,
  state text not null check (state in
    ('to-sign', 'refused', 'asked', 'withdrawn', 'upheld', 'rejected', 'lapsed')),
  asked_by uuid,
  asked_at timestamptz not null,
  signed_by uuid,
  signed_at timestamptz,
  due_at timestamptz,
  ruled_by uuid,
  ruled_at timestamptz,
  ruling_no smallint,
  ruling_basis text,
  new_lead text,
  heard text[] not null default '{}',
  primary key (city_id, order_id, no)
) partition by range (order_id);
comment on table disputes.return is '退单申请, one for each time a unit asked; its words and the ruling''s stand in orders.text.';
insert into platform.partitioned values ('disputes', 'return', 'id', false);
-- An order of an earlier month may be returned today.
select platform.make_month(replace(right(c.relname, 7), '_', '-'))
from pg_inherits as i
join pg_class as c on c.oid = i.inhrelid
where i.inhparent = 'orders.order'::regclass;
create unique index one_open_return on disputes.return (city_id, order_id) where state in ('to-sign', 'asked');

create table dispatch.precedent (
  city_id smallint not null,
  id uuid not null,
  order_id uuid not null,
  matter_code text not null,
  county text,
  reason text not null,
  unit_before text not null,
  lead text not null,
  upheld boolean not null,
  basis text not null,
  facts text not null,
  ruled_by uuid,
  ruled_at timestamptz not null,
  valid_to date not null,
  uses smallint not null default 0,
  primary key (city_id, id)
);
comment on table dispatch.precedent is '裁定案例: a ruling on a return, in words that name no person, found when much the same comes again.';
create index precedent_by_matter on dispatch.precedent (city_id, matter_code, county, ruled_at);

create table dispatch.row_proposal (
  city_id smallint not null,
  id uuid not null,
  precedent_id uuid not null,
  matter_code text not null,
  area text not null,
  lead text not null,
  basis text not null,
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'refused')),
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  why text,
  row_id text,
  primary key (city_id, id),
  unique (city_id, precedent_id)
);
comment on table dispatch.row_proposal is '目录增补建议: a precedent used three times, for a person to make a row of the catalogue of it.';
create index row_proposal_open on dispatch.row_proposal (city_id, id) where state = 'proposed';
