-- 督办: warnings before a limit is over, urging, supervision level by level.

create schema supervision;

create table supervision.level (
  city_id smallint not null,
  code text not null check (code in ('S0', 'S1', 'S2', 'S3', 'S4', 'S5')),
  no smallint not null,
  definition jsonb not null,
  primary key (city_id, code)
);
comment on table supervision.level is '督办级别 as the city has them: name, what brings it on, instruments, limit of the answer.';

create table supervision.supervision (
  city_id smallint not null,
  order_id uuid not null,
  no smallint not null,
  id uuid not null,
  level text not null check (level in ('S1', 'S2', 'S3', 'S4', 'S5')),
  state text not null check (state in
    ('proposed', 'dismissed', 'lapsed', 'open', 'answered', 'raised', 'closed')),
  trigger text not null,
  instrument text,
  round smallint not null,
  assignment_id uuid not null,
  unit_code text not null,
  unit_path text not null,
  informed text[] not null default '{}',
  sort_at timestamptz not null,
  made_at timestamptz not null,
  opened_by uuid,
  opened_at timestamptz,
  reason_no smallint,
  demands_no smallint,
  answer_due_at timestamptz,
  late_at timestamptz,
  urges smallint not null default 0,
  letter_id uuid,
  raised_from smallint,
  closed_by uuid,
  closed_at timestamptz,
  evidence_no smallint,
  evidence_files uuid[] not null default '{}',
  primary key (city_id, order_id, no),
  check (state not in ('open', 'answered', 'raised') or opened_at is not null),
  check ((state in ('closed', 'dismissed', 'lapsed')) = (closed_at is not null))
) partition by range (order_id);
comment on table supervision.supervision is
  '督办: proposed by rule, given by a person (催办 also by rule), answered by the unit, closed by somebody outside it. Words stand in orders.text.';
comment on column supervision.supervision.sort_at is
  'By what its list is ordered: proposed at, answer due at, answered at, closed at.';
comment on column supervision.supervision.late_at is
  'Since when its answer was missing; stays, whatever is answered later.';
insert into platform.partitioned values ('supervision', 'supervision', 'id', false);

create table supervision.answer (
  city_id smallint not null,
  order_id uuid not null,
  no smallint not null,
  answer_no smallint not null,
  words_no smallint not null,
  file_ids uuid[] not null,
  answered_by uuid,
  answered_at timestamptz not null,
  is_late boolean not null,
  sent_back_no smallint,
  primary key (city_id, order_id, no, answer_no)
) partition by range (order_id);
insert into platform.partitioned values ('supervision', 'answer', 'id', false);

select platform.make_month(replace(right(c.relname, 7), '_', '-'))
from pg_inherits as i
join pg_class as c on c.oid = i.inhrelid
where i.inhparent = 'orders.order'::regclass;

create unique index one_open_supervision on supervision.supervision (city_id, order_id, unit_code)
  where state in ('open', 'answered');
create unique index one_proposal on supervision.supervision (city_id, order_id, level)
  where state = 'proposed';
create index supervision_by_state on supervision.supervision (city_id, state, sort_at, id);
create index supervision_by_level on supervision.supervision (city_id, state, level, sort_at, id);
create index supervision_by_letter on supervision.supervision (city_id, letter_id)
  where letter_id is not null;
