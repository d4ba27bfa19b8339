-- 现场核查: somebody goes and looks, with a checklist, also where there is no net.

create schema visits;

create table visits.checklist (
  city_id smallint not null,
  code text not null,
  no smallint not null,
  definition jsonb not null,
  primary key (city_id, code)
);

create table visits.visit (
  city_id smallint not null,
  id uuid not null,
  purpose text not null check (purpose in ('supervision', 'answer-check', 'look-back', 'spot-check')),
  state text not null check (state in ('asked', 'under-way', 'done', 'cancelled')),
  concern_kind text,
  concern_id uuid,
  checklist text not null,
  items jsonb not null,
  visitor_unit text not null,
  visitor_path text not null,
  visitor_id uuid,
  place text not null,
  lng double precision,
  lat double precision,
  what text not null,
  visit_by date not null,
  asked_by uuid,
  asked_at timestamptz not null,
  begun_at timestamptz,
  begun_sent_at timestamptz,
  client_id uuid,
  ticks jsonb not null default '[]',
  outcome text check (outcome in ('fixed', 'partly', 'not-fixed')),
  findings text,
  answer_is_false boolean not null default false,
  finished_by uuid,
  finished_at timestamptz,
  finished_sent_at timestamptz,
  reported_at timestamptz,
  cancelled_by uuid,
  cancelled_at timestamptz,
  cancelled_reason text,
  primary key (city_id, id),
  check ((concern_kind is null) = (concern_id is null)),
  check ((lng is null) = (lat is null)),
  check ((state = 'done') = (outcome is not null)),
  check ((outcome is null) = (client_id is null)),
  check ((state = 'cancelled') = (cancelled_reason is not null))
);
comment on table visits.visit is '现场核查. The checklist''s items are copied, because a checklist may change.';
comment on column visits.visit.finished_at is 'As the visitor''s device says it; finished_sent_at is when it reached us.';
comment on column visits.visit.client_id is 'Given by the device: the same result sent twice is one result.';
comment on column visits.visit.visitor_id is 'Null: anybody of the unit may go.';
create index visit_open on visits.visit (city_id, id) where state in ('asked', 'under-way');
create index visit_to_go on visits.visit (city_id, visitor_unit, id)
  where state in ('asked', 'under-way');
create index visit_by_path on visits.visit (city_id, visitor_path text_pattern_ops, id);
create index visit_by_concern on visits.visit (city_id, concern_id, id) where concern_id is not null;

create table visits.photo (
  city_id smallint not null,
  visit_id uuid not null,
  client_id uuid not null,
  file_id uuid not null,
  item_code text,
  taken_at timestamptz not null,
  sent_at timestamptz not null,
  lng double precision,
  lat double precision,
  accuracy_m real,
  primary key (city_id, visit_id, client_id),
  check ((lng is null) = (lat is null)),
  check ((lng is null) = (accuracy_m is null))
);
comment on table visits.photo is '核查照片: when and where it was taken, as the device said at that moment, beside the file.';

alter table files.file drop constraint file_holder_kind_check;
alter table files.file add constraint file_holder_kind_check
  check (holder_kind in ('letter', 'task', 'visit'));
