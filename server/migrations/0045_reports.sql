-- 固定报告: the figures of a month as they were known at an instant. And targets set on the page.

create table indicators.report (
  city_id smallint not null,
  id uuid not null,
  month text not null,
  unit_code text,
  unit_path text,
  county text,
  scope text not null,
  no integer not null,
  state text not null default 'making' check (state in ('making', 'frozen')),
  cutoff_at timestamptz not null,
  city_version integer not null,
  definitions text not null,
  rules jsonb not null,
  figures jsonb,
  content text,
  digest text,
  frozen_by uuid,
  primary key (city_id, id),
  check ((state = 'frozen') = (digest is not null)),
  check ((figures is null) = (content is null) and (content is null) = (digest is null))
);
comment on table indicators.report is '固定报告: never changed once it is frozen; a later one of the same month has the next number.';
comment on column indicators.report.cutoff_at is 'Out of the events before it. rules: the calendar and limits of then.';
comment on column indicators.report.content is 'The file, byte for byte; digest: SHA-256 over it, which the event carries too.';
create unique index report_no on indicators.report
  (city_id, month, coalesce(unit_code, ''), coalesce(county, ''), no);

create table indicators.target (
  city_id smallint not null,
  indicator text not null,
  percent numeric(5, 2) not null check (percent between 0 and 100),
  despite text,
  set_by uuid,
  set_at timestamptz not null,
  primary key (city_id, indicator),
  check (percent < 100 or despite is not null)
);
comment on table indicators.target is '目标值 set on the page: stands before what the folder of the city says. 100 % only with a reason (66号文(六)).';
