-- 专班: who works in a campaign, from when to when; its tasks; and what the shared nouns may now be about.

create table campaigns.member (
  city_id smallint not null,
  id uuid not null,
  campaign_id uuid not null,
  unit_code text not null,
  unit_path text not null,
  account_id uuid,
  role text not null check (role in ('lead', 'member')),
  seat text not null,
  from_at timestamptz not null,
  added_by uuid,
  to_at timestamptz,
  out_by uuid,
  out_reason text,
  primary key (city_id, campaign_id, id),
  check ((to_at is null) = (out_reason is null))
);
comment on table campaigns.member is '专班成员, with history. account_id null: anybody of the unit.';
comment on column campaigns.member.seat is '座席: where in the centre.';
create unique index member_now on campaigns.member (city_id, campaign_id, unit_code, account_id) nulls not distinct
  where to_at is null;
create index member_of_account on campaigns.member (city_id, account_id) where to_at is null;
create index member_of_unit on campaigns.member (city_id, unit_code) where to_at is null;

create table campaigns.task (
  city_id smallint not null,
  campaign_id uuid not null,
  task_id uuid not null,
  purpose text not null check (purpose in ('work', 'report', 'leaders-note')),
  dimension text check (dimension in ('answer', 'dispatch', 'handle', 'supervise', 'special')),
  primary key (city_id, campaign_id, task_id)
);
comment on table campaigns.task is '专题任务: what a task of the campaign is for; the task itself is one like any other.';

alter table tasks.task drop constraint task_subject_kind_check;
alter table tasks.task add constraint task_subject_kind_check check (subject_kind in
  ('order', 'issue', 'problem', 'meeting', 'supervision', 'visit', 'watch', 'campaign'));
alter table meetings.agenda drop constraint agenda_subject_kind_check;
alter table meetings.agenda add constraint agenda_subject_kind_check check (subject_kind in
  ('order', 'issue', 'problem', 'watch', 'campaign-entry'));
alter table letters.letter drop constraint letter_concern_kind_check;
alter table letters.letter add constraint letter_concern_kind_check check (concern_kind in
  ('order', 'issue', 'warning', 'watch', 'site', 'campaign-entry'));
