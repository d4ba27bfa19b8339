-- 违规线索抄报联查: a violation clue is a thing of its own, apart from the order it was marked on and from whoever told of it.

create schema clues;

create table clues.counter (
  city_id smallint not null,
  year smallint not null,
  last integer not null,
  primary key (city_id, year)
);

create table clues.subject (
  city_id smallint not null,
  id uuid not null,
  county_code text not null,
  name_key text not null,
  name text not null,
  -- The latest clue about it.
  latest_clue_id uuid not null,
  primary key (city_id, id)
);
comment on table clues.subject is '线索对象: a shop, a company, a site; its record counts verified clues.';
comment on column clues.subject.name_key is 'The name without blanks, marks and legal form: one a county.';
create unique index subject_by_name on clues.subject (city_id, county_code, name_key);
create index subject_by_latest on clues.subject (city_id, latest_clue_id);

create table clues.clue (
  city_id smallint not null,
  id uuid not null,
  year smallint not null,
  no integer not null,
  kind text not null,
  subject_id uuid not null,
  place text not null,
  place_key text not null,
  area_code text not null,
  county_code text not null,
  lng double precision,
  lat double precision,
  facts text not null,
  facts_no smallint not null,
  facts_by uuid,
  state text not null check
    (state in ('draft', 'signed', 'sent', 'accepted', 'declined', 'closed', 'joined')),
  state_since timestamptz not null,
  marked_by uuid,
  marked_unit text,
  marked_at timestamptz not null,
  signed_by uuid,
  signed_at timestamptz,
  result text check (result in ('filed', 'corrected', 'not-true', 'not-taken', 'no-clue')),
  closed_words text,
  closed_by uuid,
  closed_at timestamptz,
  joined_to uuid,
  -- 不计入档案: a contest was upheld.
  uncounted_at timestamptz,
  primary key (city_id, id),
  check ((lng is null) = (lat is null)),
  check ((state = 'closed') = (closed_at is not null)),
  check ((closed_at is null) = (result is null)),
  check ((state = 'joined') = (joined_to is not null))
);
comment on table clues.clue is '违规线索. No order and nobody who told of it stands in this row: see clues.source.';
create unique index clue_by_no on clues.clue (city_id, year, no);
create index clue_by_state on clues.clue (city_id, state, id);
create index clue_by_subject on clues.clue (city_id, subject_id, id);
create index clue_by_county on clues.clue (city_id, county_code, id);
create index clue_by_time on clues.clue (city_id, marked_at, id);
create index clue_joined on clues.clue (city_id, joined_to) where joined_to is not null;

create table clues.source (
  city_id smallint not null,
  clue_id uuid not null,
  order_id uuid not null,
  -- 原线索, before it was joined.
  from_clue_id uuid not null,
  marked_by uuid,
  marked_at timestamptz not null,
  primary key (city_id, clue_id, order_id)
);
comment on table clues.source is '线索来源: which orders told of it. For the centre only; no unit is ever shown a row of it.';
create index source_by_order on clues.source (city_id, order_id);

create table clues.kept (
  city_id smallint not null,
  clue_id uuid not null,
  words text not null,
  reason text not null check
    (reason in ('no-person', 'subject', 'public-place', 'office', 'other-number')),
  kept_by uuid,
  kept_at timestamptz not null,
  primary key (city_id, clue_id, words)
);
comment on table clues.kept is '保留理由: why words the scan found stay in the pack.';

create table clues.photo (
  city_id smallint not null,
  clue_id uuid not null,
  file_id uuid not null,
  looked_by uuid,
  looked_at timestamptz,
  taken_out_at timestamptz,
  primary key (city_id, clue_id, file_id)
);
comment on column clues.photo.looked_at is 'A person said that it shows nobody who told of it.';

create table clues.sending (
  city_id smallint not null,
  clue_id uuid not null,
  no smallint not null,
  unit_code text not null,
  basis text not null,
  sent_by uuid,
  sent_at timestamptz not null,
  receipt_due_at timestamptz not null,
  receipt_at timestamptz,
  receipt_by uuid,
  result_due_at timestamptz,
  accepted boolean,
  answer_words text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (city_id, clue_id, no),
  check ((accepted is null) = (answered_at is null)),
  check (answered_at is null or receipt_at is not null)
);
comment on table clues.sending is '抄报: to one unit, with its receipt and its answer.';
create index sending_by_unit on clues.sending (city_id, unit_code, clue_id);

create table clues.site_check (
  city_id smallint not null,
  id uuid not null,
  clue_id uuid not null,
  no smallint not null,
  unit_codes text[] not null,
  check_on date not null,
  place text not null,
  visit_id uuid not null,
  planned_by uuid,
  planned_at timestamptz not null,
  outcome text check (outcome in ('filed', 'corrected', 'not-true')),
  findings text,
  case_no text,
  penalty_fen bigint,
  reported_by uuid,
  reported_at timestamptz,
  primary key (city_id, id),
  check ((outcome is null) = (reported_at is null)),
  check ((outcome is not null and outcome = 'filed') = (case_no is not null))
);
comment on table clues.site_check is '联查: one place looked at by units together; its checklist and photos are those of the visit.';
create unique index site_check_by_clue on clues.site_check (city_id, clue_id, no);
create index site_check_by_unit on clues.site_check using gin (unit_codes);

create table clues.feedback (
  city_id smallint not null,
  clue_id uuid not null,
  order_id uuid not null,
  way text not null check (way in ('sms', 'call', 'in-person')),
  words text not null,
  written_by uuid,
  written_at timestamptz not null,
  sent_back_words text,
  approved_by uuid,
  told_at timestamptz,
  primary key (city_id, clue_id, order_id)
);
comment on table clues.feedback is '反馈: what a named requester was told, and who approved it.';

create table clues.contest (
  city_id smallint not null,
  id uuid not null,
  subject_id uuid not null,
  clue_id uuid not null,
  how text not null check (how in ('window', 'phone', 'letter')),
  words text not null,
  asked_by uuid,
  asked_at timestamptz not null,
  upheld boolean,
  decision text,
  decided_by uuid,
  decided_at timestamptz,
  primary key (city_id, id),
  check ((upheld is null) = (decided_at is null))
);
comment on table clues.contest is '档案异议: a subject contests a verified clue in its record.';
create unique index contest_open on clues.contest (city_id, clue_id) where decided_at is null;
create index contest_by_subject on clues.contest (city_id, subject_id, id);

alter table files.file drop constraint file_holder_kind_check;
alter table files.file add constraint file_holder_kind_check
  check (holder_kind in ('letter', 'task', 'visit', 'site', 'clue'));
alter table letters.letter drop constraint letter_concern_kind_check;
alter table letters.letter add constraint letter_concern_kind_check check (concern_kind in
  ('order', 'issue', 'warning', 'watch', 'site', 'campaign-entry', 'clue'));

alter table matters.rule drop constraint rule_kind_check;
alter table matters.rule add constraint rule_kind_check check (kind in
  ('limit', 'limit-rule', 'statutory-limit', 'centre-limit', 'serious', 'linkage-to-110', 'linkage-from-110',
    'linkage-basis', 'net', 'linkage-unit', 'emergency-group', 'signal-kind', 'clue-kind', 'code-map', 'trigger', 'calm-words', 'danger-kind',
    'danger-words', 'danger-examples', 'everyday-words', 'disposition', 'question', 'reply-form'));

alter table visits.visit drop constraint visit_purpose_check;
alter table visits.visit add constraint visit_purpose_check
  check (purpose in ('supervision', 'answer-check', 'look-back', 'spot-check', 'joint-check'));

-- 保护审计 asks who read who asked, month by month.
create index audit_line_people on platform.audit_line (city_id, at)
  where path = '/orders/:orderId/people';
