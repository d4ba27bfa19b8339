-- 任务: something a unit must do by a day, with evidence, and somebody else confirms it.

create schema tasks;

create table tasks.task (
  city_id smallint not null,
  id uuid not null,
  year smallint not null,
  number integer not null,
  kind text not null check (kind in ('assigned', 'leaders-note', 'meeting-decision', 'media-question')),
  title text not null,
  wanted text not null,
  note_leader text,
  note_words text,
  subject_kind text check (subject_kind in ('order', 'issue', 'problem', 'meeting', 'supervision', 'visit')),
  subject_id uuid,
  order_id uuid,
  is_confined boolean not null,
  unit_code text not null,
  unit_path text not null,
  owner_id uuid,
  state text not null check (state in
    ('given', 'accepted', 'claimed', 'sent-back', 'confirmed', 'withdrawn')),
  "limit" jsonb not null,
  limit_from timestamptz not null,
  due_at timestamptz not null,
  first_due_at timestamptz not null,
  late_at timestamptz,
  asks_for_time boolean not null default false,
  given_by uuid,
  given_at timestamptz not null,
  accepted_by uuid,
  accepted_at timestamptz,
  closed_by uuid,
  closed_at timestamptz,
  withdrawn_reason text,
  primary key (city_id, id),
  check ((subject_kind is null) = (subject_id is null)),
  check ((note_leader is null) = (note_words is null)),
  check ((state in ('confirmed', 'withdrawn')) = (closed_at is not null)),
  check ((state = 'withdrawn') = (withdrawn_reason is not null))
);
comment on table tasks.task is '任务. Text that a person typed for a unit to read; events name it by its id.';
comment on column tasks.task.order_id is 'The order it is about, whatever it belongs to.';
comment on column tasks.task.is_confined is
  'About an order of named readers: seen by the centre''s readers of such orders and by its owner alone.';
comment on column tasks.task."limit" is 'From limit_from on; due_at follows it when the calendar is put right.';
comment on column tasks.task.late_at is 'Since when its time was missed; stays, whatever is done later.';
create unique index task_by_number on tasks.task (city_id, year, number);
create index task_open on tasks.task (city_id, due_at, id) where closed_at is null;
create index task_open_by_unit on tasks.task (city_id, unit_path text_pattern_ops, due_at, id) where closed_at is null;
create index task_by_unit on tasks.task (city_id, unit_path text_pattern_ops, id);
create index task_by_subject on tasks.task (city_id, subject_id, id) where subject_id is not null;
create index task_by_order on tasks.task (city_id, order_id, id) where order_id is not null;

create table tasks.serial (
  city_id smallint not null,
  year smallint not null,
  last integer not null,
  primary key (city_id, year)
);

create table tasks.claim (
  city_id smallint not null,
  task_id uuid not null,
  no smallint not null,
  words text not null,
  file_ids uuid[] not null,
  claimed_by uuid,
  claimed_at timestamptz not null,
  confirmed boolean,
  reason text,
  judged_by uuid,
  judged_at timestamptz,
  primary key (city_id, task_id, no),
  check ((confirmed is null) = (judged_at is null))
);
comment on table tasks.claim is '完成情况: what the owner says was done, and what whoever looked made of it.';

create table tasks.extension (
  city_id smallint not null,
  task_id uuid not null,
  reason text not null,
  until_at timestamptz not null,
  asked_by uuid,
  asked_at timestamptz not null,
  granted boolean,
  decided_reason text,
  decided_by uuid,
  decided_at timestamptz,
  primary key (city_id, task_id),
  check ((granted is null) = (decided_at is null))
);
comment on table tasks.extension is '延期: asked once for one task.';
