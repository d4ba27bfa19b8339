-- 专报: what is reported upwards, counted as of an instant, signed, and what leaders noted on it.

create schema briefs;

create table briefs.brief (
  city_id smallint not null,
  id uuid not null,
  template text not null,
  series text not null,
  sections jsonb not null,
  title text not null,
  about text not null check (about in ('days', 'campaign', 'node')),
  about_id uuid,
  from_on date,
  to_on date,
  cutoff_at timestamptz not null,
  state text not null check (state in ('making', 'drafting', 'signed', 'withdrawn')),
  rules jsonb,
  names jsonb,
  city_version integer not null,
  definitions text not null,
  counted jsonb,
  digest text,
  words jsonb not null,
  year smallint,
  number integer,
  written_by uuid,
  signed_by uuid,
  signed_at timestamptz,
  withdrawn_reason text,
  check_asked_at timestamptz,
  check_is_same boolean,
  primary key (city_id, id),
  check ((about = 'days') = (about_id is null)),
  check ((about = 'days') = (from_on is not null and to_on is not null)),
  check ((state = 'making') = (counted is null)),
  check ((number is null) = (signed_at is null)),
  check ((state = 'withdrawn') = (withdrawn_reason is not null))
);
comment on table briefs.brief is '专报. sections: the template as it was then.';
comment on column briefs.brief.rules is 'Calendar and limits of the cutoff, for a brief about days.';
comment on column briefs.brief.names is 'What things were called at the cutoff: names carry no history of their own.';
comment on column briefs.brief.counted is 'By section: the lines that were counted; digest is of these.';
comment on column briefs.brief.words is 'By section: what a person wrote.';
create unique index brief_number on briefs.brief (city_id, series, year, number) where number is not null;

alter table tasks.task drop constraint task_subject_kind_check;
alter table tasks.task add constraint task_subject_kind_check check (subject_kind in
  ('order', 'issue', 'problem', 'meeting', 'supervision', 'visit', 'watch', 'campaign', 'brief'));
alter table matters.rule drop constraint rule_kind_check;
alter table matters.rule add constraint rule_kind_check check (kind in
  ('limit', 'limit-rule', 'statutory-limit', 'centre-limit', 'serious', 'linkage-to-110', 'linkage-from-110',
    'linkage-basis', 'net', 'linkage-unit', 'emergency-group', 'signal-kind', 'clue-kind', 'brief-template', 'code-map', 'trigger',
    'calm-words', 'danger-kind', 'danger-words', 'danger-examples',
    'everyday-words', 'disposition', 'question', 'reply-form'));
