-- 会议: agenda, who came, minutes, and decisions that become tasks.

create schema meetings;

create table meetings.meeting (
  city_id smallint not null,
  id uuid not null,
  year smallint not null,
  number integer not null,
  title text not null,
  place text not null,
  starts_at timestamptz not null,
  state text not null check (state in ('planned', 'held', 'minuted', 'cancelled')),
  planned_by uuid,
  planned_at timestamptz not null,
  held_at timestamptz,
  record text,
  written_by uuid,
  written_at timestamptz,
  signed_by uuid,
  signed_at timestamptz,
  cancelled_by uuid,
  cancelled_at timestamptz,
  cancelled_reason text,
  primary key (city_id, id),
  check ((record is null) = (written_at is null)),
  check ((state = 'minuted') = (signed_at is not null)),
  check ((state = 'cancelled') = (cancelled_reason is not null))
);
comment on table meetings.meeting is '会议. Its words stand here; events name it by its id.';
create unique index meeting_by_number on meetings.meeting (city_id, year, number);
create index meeting_open on meetings.meeting (city_id, id) where state in ('planned', 'held');

create table meetings.serial (
  city_id smallint not null,
  year smallint not null,
  last integer not null,
  primary key (city_id, year)
);

create table meetings.agenda (
  city_id smallint not null,
  meeting_id uuid not null,
  no smallint not null,
  title text not null,
  subject_kind text check (subject_kind in ('order', 'issue', 'problem')),
  subject_id uuid,
  primary key (city_id, meeting_id, no),
  check ((subject_kind is null) = (subject_id is null))
);
create index agenda_by_subject on meetings.agenda (city_id, subject_id, meeting_id) where subject_id is not null;

create table meetings.attendance (
  city_id smallint not null,
  meeting_id uuid not null,
  unit_code text not null,
  unit_path text not null,
  no smallint not null,
  came text not null default 'invited' check (came in ('invited', 'came', 'late', 'absent')),
  who text not null default '',
  reason text not null default '',
  primary key (city_id, meeting_id, unit_code)
);
comment on column meetings.attendance.who is 'Whom the unit sends, by post or name as typed; in no event.';
create index attendance_by_unit on meetings.attendance (city_id, unit_path text_pattern_ops, meeting_id);

create table meetings.decision (
  city_id smallint not null,
  meeting_id uuid not null,
  no smallint not null,
  words text not null,
  unit_code text not null,
  finish_on date not null,
  agenda_no smallint,
  task_id uuid,
  primary key (city_id, meeting_id, no)
);
comment on column meetings.decision.task_id is 'The task it became when the minutes were signed.';

alter table disputes.return add column meeting_id uuid;
comment on column disputes.return.meeting_id is
  '会商: the meeting that heard the units before a ruling of the third round; earlier ones name in heard alone whom they heard.';
