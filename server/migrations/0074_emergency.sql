-- 应急联动: modes with the group that acts, what was sent in them, and who of other centres helps answering.

create schema emergency;

create table emergency.linkage_group (
  city_id smallint not null,
  code text not null,
  name text not null,
  kind text not null,
  units text[] not null check (cardinality(units) > 0),
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (city_id, code)
);
comment on table emergency.linkage_group is '联动组 saved on the page; stands over the row of the city''s data with the same code.';

create table emergency.mode (
  city_id smallint not null,
  id uuid not null,
  name text not null,
  kind text not null,
  reason text not null,
  area_code text not null,
  group_code text not null,
  units text[] not null,
  response_minutes integer not null check (response_minutes > 0),
  opened_at timestamptz not null,
  opened_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  summary text,
  primary key (city_id, id)
);
create unique index one_open_mode_a_group on emergency.mode (city_id, group_code) where ended_at is null;
comment on column emergency.mode.units is 'As the group was when the mode was opened.';
comment on column emergency.mode.response_minutes is 'The limit of the city''s data on that day.';

create table emergency.sent_order (
  city_id smallint not null,
  mode_id uuid not null,
  order_id uuid not null,
  result text not null check (result in ('sent', 'added', 'refused')),
  refusal text,
  sent_at timestamptz not null,
  sent_by uuid,
  respond_due_at timestamptz not null,
  primary key (city_id, mode_id, order_id)
);
create index sent_order_by_order on emergency.sent_order (city_id, order_id);
create index sent_order_latest on emergency.sent_order (city_id, mode_id, sent_at desc, order_id desc);
comment on table emergency.sent_order is '批量派单: the last try of each order of a mode; its duties are the dispatch''s.';
comment on column emergency.sent_order.refusal is 'The sentence the person was told.';

create table emergency.guest (
  city_id smallint not null,
  id uuid not null,
  mode_id uuid not null,
  name text not null,
  centre text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  asked_by uuid,
  approved_by uuid,
  account_id uuid,
  ended_at timestamptz,
  ended_by uuid,
  primary key (city_id, id),
  check (until_at > from_at)
);
create index guest_of_mode on emergency.guest (city_id, mode_id, id);
create unique index guest_by_account on emergency.guest (city_id, account_id) where account_id is not null;
comment on table emergency.guest is '互助接听: an agent of another centre, by an account of their own that ends.';

-- 法定联动单位 and 联动组 of the city's data.
alter table matters.rule drop constraint rule_kind_check;
alter table matters.rule add constraint rule_kind_check check (kind in
  ('limit', 'limit-rule', 'statutory-limit', 'centre-limit', 'serious', 'linkage-to-110', 'linkage-from-110',
    'linkage-basis', 'net', 'linkage-unit', 'emergency-group', 'code-map', 'trigger', 'calm-words', 'danger-kind', 'danger-words', 'danger-examples',
    'everyday-words', 'disposition', 'question', 'reply-form'));
