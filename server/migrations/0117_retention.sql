-- 档案保管: legal holds, destruction lists signed by two people, and what was destroyed (domain 1.7, 2.2 T28).

create schema retention;

create table retention.hold (
  city_id smallint not null,
  id uuid not null,
  target text not null check (target in ('order', 'requester', 'issue')),
  order_id uuid not null,
  issue_id uuid,
  person_index bytea,
  ground text not null check (ground in ('court', 'police', 'discipline', 'review', 'audit', 'internal')),
  reason text not null,
  from_whom text not null,
  until_on date,
  set_by uuid not null,
  set_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  lift_reason text,
  primary key (city_id, id),
  check ((target = 'requester') = (person_index is not null)),
  check ((target = 'issue') = (issue_id is not null)),
  check ((lifted_at is null) = (lifted_by is null)),
  -- Nobody lifts what they set.
  constraint second_person check (lifted_by <> set_by)
);
comment on table retention.hold is '冻结: what it is about leaves by no job and no wish until somebody else lifts it.';
comment on column retention.hold.order_id is 'The order it was set by; of a requester or an issue one of several.';
comment on column retention.hold.person_index is 'Keyed digest of the number, as in requesters.requester: never the number.';
create index hold_of_order on retention.hold (city_id, order_id) where lifted_at is null and target = 'order';
create index hold_of_issue on retention.hold (city_id, issue_id) where lifted_at is null and target = 'issue';
create index hold_of_person on retention.hold (city_id, person_index) where lifted_at is null and target = 'requester';

create table retention.list (
  city_id smallint not null,
  id uuid not null,
  class_code text not null,
  class_name text not null,
  kind text not null check (kind in ('order', 'file', 'person')),
  years smallint not null,
  basis text not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  closed_before timestamptz not null,
  state text not null check (state in ('proposed', 'signed', 'approved', 'destroyed', 'refused')),
  orders integer not null check (orders > 0),
  held integer not null,
  oldest_at timestamptz not null,
  newest_at timestamptz not null,
  digest bytea not null,
  proposed_at timestamptz not null,
  signed_by uuid,
  signed_at timestamptz,
  secured_by uuid,
  secured_at timestamptz,
  refused_by uuid,
  refused_at timestamptz,
  refused_reason text,
  ended_at timestamptz,
  destroyed integer,
  left_held integer,
  changed integer,
  record_hash bytea,
  primary key (city_id, id),
  -- 两人签署: records and security are two accounts.
  constraint two_people check (secured_by <> signed_by),
  check (state not in ('signed', 'approved', 'destroyed') or signed_by is not null),
  check (state not in ('approved', 'destroyed') or secured_by is not null),
  check ((state = 'destroyed') = (record_hash is not null))
);
comment on table retention.list is '销毁清册: of one class and one month of orders; kept for ever.';
comment on column retention.list.digest is 'SHA-256 over the ids of its orders in their order: what is signed is what is destroyed.';
comment on column retention.list.record_hash is '销毁记录: SHA-256 over the canonical JSON of rule, numbers, signatures and digest.';
create unique index one_open_list on retention.list (city_id, class_code, month)
  where state in ('proposed', 'signed', 'approved');

create table retention.item (
  city_id smallint not null,
  list_id uuid not null,
  order_id uuid not null,
  outcome text check (outcome in ('destroyed', 'held', 'changed')),
  primary key (city_id, list_id, order_id)
) partition by range (order_id);
create index item_to_do on retention.item (city_id, list_id, order_id) where outcome is null;
insert into platform.partitioned values ('retention', 'item', 'id', false);

create table retention.proposal (
  city_id smallint not null,
  month text not null,
  at timestamptz not null,
  primary key (city_id, month)
);
comment on table retention.proposal is '每月编制: the months of the clock in which lists were proposed.';

-- Partitions of the months that are there already.
select platform.make_month(replace(right(c.relname, 7), '_', '-'))
from pg_inherits as i
join pg_class as c on c.oid = i.inhrelid
where i.inhparent = 'orders.order'::regclass;

alter table orders.order add column destroyed_at timestamptz;
comment on column orders.order.destroyed_at is '已销毁: its words, people and files left by a signed list; number, course and figures stay.';

alter table matters.rule drop constraint rule_kind_check;
alter table matters.rule add constraint rule_kind_check check (kind in
  ('limit', 'limit-rule', 'statutory-limit', 'centre-limit', 'serious', 'linkage-to-110', 'linkage-from-110',
    'linkage-basis', 'net', 'linkage-unit', 'emergency-group', 'signal-kind', 'clue-kind', 'retention',
    'brief-template', 'regulation', 'regulation-article', 'code-map', 'trigger',
    'calm-words', 'danger-kind', 'danger-words', 'danger-examples',
    'everyday-words', 'disposition', 'question', 'reply-form'));
