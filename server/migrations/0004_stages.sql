-- Stages: telephony, intake, dispatch, handling, call-back. And the desk, which only counts.

create schema telephony;
create schema intake;
create schema dispatch;
create schema handling;
create schema call_back;
create schema desk;

-- telephony ----------------------------------------------------------------------------------------

create table telephony.call (
  city_id smallint not null,
  id uuid not null,
  driver text not null check (driver in ('sim', 'manual')),
  state text not null check (state in ('ringing', 'answered', 'ended', 'abandoned', 'missed')),
  number_enc bytea,
  number_index bytea,
  dialled_line text not null,
  agent uuid,
  offered_at timestamptz not null,
  queued_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  primary key (city_id, id)
) partition by range (id);
create index call_ringing on telephony.call (city_id, id) where state = 'ringing';
create index call_by_number on telephony.call (city_id, number_index, id desc);
insert into platform.partitioned values ('telephony', 'call', 'id', false);

-- intake -------------------------------------------------------------------------------------------

create table intake.draft (
  city_id smallint not null,
  account_id uuid not null,
  id uuid not null,
  label_enc bytea not null,
  form_enc bytea not null,
  saved_at timestamptz not null,
  primary key (city_id, account_id, id)
);
comment on table intake.draft is 'Half-typed forms of an agent; encrypted, for they hold a person''s words and number.';

create table intake.import_run (
  city_id smallint not null,
  file_digest bytea not null,
  mapping text not null,
  rows_done integer not null,
  rows_bad integer not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (city_id, file_digest, mapping)
);

-- dispatch -----------------------------------------------------------------------------------------

create table dispatch.catalogue_row (
  city_id smallint not null,
  id text not null,
  matter text not null,
  area text not null,
  time text not null check (time in ('any', 'night', 'day', 'exam')),
  lead text not null,
  assists text[] not null,
  linkage text[] not null,
  backstop text,
  level text not null,
  basis_kind text not null,
  basis text not null,
  direct boolean not null,
  valid_from date not null,
  valid_to date,
  mark text not null,
  note text,
  primary key (city_id, id),
  unique (city_id, matter, id)
);
comment on table dispatch.catalogue_row is '派单目录: matter × area × time → units. The most specific valid row wins.';

create table dispatch.assignment (
  city_id smallint not null,
  order_id uuid not null,
  id uuid not null,
  parent_id uuid,
  unit_code text not null,
  unit_path text not null,
  unit_kind text not null,
  role text not null check (role in ('lead', 'assist', 'linkage', 'copy', 'delegate')),
  state text not null check (state in
    ('sent', 'signed', 'contacted', 'delegated', 'to-sign-off', 'submitted', 'done', 'revoked')),
  round smallint not null,
  urgency text not null,
  sent_at timestamptz not null,
  sent_by uuid,
  sign_due_at timestamptz,
  contact_due_at timestamptz,
  due_at timestamptz,
  original_due_at timestamptz,
  signed_at timestamptz,
  signed_late boolean not null default false,
  contacted_at timestamptz,
  arrived_at timestamptz,
  fixed_at timestamptz,
  submitted_at timestamptz,
  done_at timestamptz,
  revoked_at timestamptz,
  row_id text,
  guard_reason_no smallint,
  rings smallint not null default 0,
  limits jsonb not null default '{}',
  primary key (city_id, order_id, id)
) partition by range (order_id);
comment on column dispatch.assignment.limits is 'The limits that applied, as they were that day: class, version, sign, contact, handle, scene.';
comment on table dispatch.assignment is '承办任务: one unit''s duty on one order, with its own state and clock. A delegate acts for its parent, which stays responsible.';
create unique index one_lead on dispatch.assignment (city_id, order_id) where role = 'lead' and state not in ('done', 'revoked');
create index assignment_open on dispatch.assignment (city_id, unit_path text_pattern_ops, state, due_at, id)
  where state in ('sent', 'signed', 'contacted', 'delegated', 'to-sign-off', 'submitted');
create index assignment_overdue on dispatch.assignment (city_id, due_at)
  where state in ('sent', 'signed', 'contacted', 'delegated', 'to-sign-off') and role in ('lead', 'assist', 'linkage', 'delegate');
create index assignment_by_unit on dispatch.assignment (city_id, unit_path text_pattern_ops, order_id) where state <> 'revoked';
comment on index dispatch.assignment_by_unit is 'What a unit may see at all: its search starts from its own duties, not from everybody''s orders.';
create index assignment_override on dispatch.assignment (city_id, sent_at) where guard_reason_no is not null;
insert into platform.partitioned values ('dispatch', 'assignment', 'id', false);

create table dispatch.pause (
  city_id smallint not null,
  order_id uuid not null,
  no smallint not null,
  reason text not null,
  from_at timestamptz not null,
  to_at timestamptz,
  until_at timestamptz not null,
  primary key (city_id, order_id, no)
) partition by range (order_id);
comment on table dispatch.pause is 'When and why an order''s clocks stood still; until_at is the most the reason allows.';
insert into platform.partitioned values ('dispatch', 'pause', 'id', false);

-- handling -----------------------------------------------------------------------------------------

create table handling.contact (
  city_id smallint not null,
  order_id uuid not null,
  id uuid not null,
  assignment_id uuid not null,
  reached boolean not null,
  note_no smallint,
  by_account uuid,
  at timestamptz not null,
  primary key (city_id, order_id, id)
) partition by range (order_id);
insert into platform.partitioned values ('handling', 'contact', 'id', false);

create table handling.reply (
  city_id smallint not null,
  order_id uuid not null,
  id uuid not null,
  assignment_id uuid not null,
  unit_code text not null,
  at timestamptz not null,
  is_true text not null check (is_true in ('true', 'partly', 'not-true')),
  is_solved text not null check (is_solved in ('solved', 'partly', 'not-solved')),
  unsolved_no smallint,
  process_no smallint not null,
  answer_no smallint not null,
  basis text not null,
  measures jsonb not null,
  asset_changes jsonb not null,
  evidence jsonb not null,
  by_account uuid,
  signed_off_by uuid,
  signed_off_at timestamptz,
  primary key (city_id, order_id, id)
) partition by range (order_id);
comment on table handling.reply is '办理结果; measures and asset changes as in the reply form (HC1). Words stand in orders.text by number.';
insert into platform.partitioned values ('handling', 'reply', 'id', false);

-- call-back ----------------------------------------------------------------------------------------

create table call_back.attempt (
  city_id smallint not null,
  order_id uuid not null,
  id uuid not null,
  round smallint not null,
  at timestamptz not null,
  band text not null check (band in ('morning', 'afternoon', 'evening')),
  channel text not null check (channel in ('call', 'page', 'sms')),
  reached boolean not null,
  how text,
  contacted boolean,
  solved text check (solved in ('solved', 'partly', 'not-solved')),
  process_rating text,
  result_rating text,
  reason_class text check (reason_class in ('subjective', 'objective')),
  reason_no smallint,
  by_account uuid,
  primary key (city_id, order_id, id),
  -- Silence is never satisfied.
  constraint unreached_says_nothing check (reached or (solved is null and process_rating is null and result_rating is null))
) partition by range (order_id);
insert into platform.partitioned values ('call_back', 'attempt', 'id', false);

create table call_back.follow_up (
  city_id smallint not null,
  order_id uuid not null,
  id uuid not null,
  due_on date not null,
  due_at timestamptz not null,
  is_due boolean not null default false,
  done_at timestamptz,
  still_solved boolean,
  note_no smallint,
  by_account uuid,
  primary key (city_id, order_id, id)
) partition by range (order_id);
comment on table call_back.follow_up is '到期复查: a look back some days after closing.';
create index follow_up_due on call_back.follow_up (city_id, due_at, id) where is_due and done_at is null;
insert into platform.partitioned values ('call_back', 'follow_up', 'id', false);

-- desk ---------------------------------------------------------------------------------------------

create table desk.counter (
  city_id smallint not null,
  key text not null,
  count bigint not null,
  primary key (city_id, key)
);
create table desk.delta (
  city_id smallint not null,
  id bigint generated always as identity,
  key text not null,
  delta integer not null,
  primary key (city_id, key, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
comment on table desk.delta is
  'Changes of a counter, inserted by the transition itself so that no transaction waits for another; folded into desk.counter by a job. A reading is counter + deltas.';
