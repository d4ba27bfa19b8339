-- 问题归集: what the appeals of a period tell of together, found by the machine, accepted or dismissed by a person.

create schema problems;

create table problems.run (
  city_id smallint not null,
  id uuid not null,
  asked_at timestamptz not null,
  asked_by uuid,
  from_on date not null,
  to_on date not null,
  area_code text,
  matter text,
  without text[] not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  phase text not null default 'reading' check (phase in ('reading', 'before', 'grouping', 'keeping')),
  done integer not null default 0,
  total integer not null default 0,
  rule text,
  messages integer not null default 0,
  messages_before integer,
  read_from timestamptz,
  problems integer not null default 0,
  grouped integer not null default 0,
  ended_at timestamptz,
  over_at timestamptz,
  primary key (city_id, id)
);
comment on table problems.run is '归集: one reading of a period. asked_by null: made every week by itself.';
comment on column problems.run.rule is 'Which rules found the groups: what was judged by one is not compared with another''s.';
comment on column problems.run.messages_before is 'Of the period before; null where not all of it could be read.';
comment on column problems.run.read_from is 'More came in than is read at once: only what came since then was read.';
comment on column problems.run.over_at is 'When it may be forgotten; null as soon as one of its problems was accepted.';
create index run_over on problems.run (city_id, over_at) where over_at is not null;
create index run_at_work on problems.run (city_id) where state in ('waiting', 'running');
create index run_by_itself on problems.run (city_id, id) where asked_by is null;

create table problems.problem (
  city_id smallint not null,
  id uuid not null,
  run_id uuid not null,
  rank integer not null,
  name text not null,
  names jsonb not null,
  words jsonb not null,
  example_order uuid not null,
  matter_code text,
  matter_share real,
  area_code text,
  area_share real,
  people integer not null,
  messages integer not null,
  people_before integer,
  urgent integer not null,
  again integer not null,
  dissatisfied integer not null,
  rated integer not null,
  vulnerable integer not null,
  weight real not null,
  bars integer[] not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'dismissed')),
  issue_id uuid,
  settled_by uuid,
  settled_at timestamptz,
  dismissed_as text check (dismissed_as in ('not-one-thing', 'in-hand', 'ordinary', 'data', 'other')),
  note text,
  primary key (city_id, id),
  foreign key (city_id, run_id) references problems.run on delete cascade,
  check ((state = 'dismissed') = (dismissed_as is not null)),
  check ((state = 'accepted') <= (issue_id is not null))
);
comment on table problems.problem is '问题: appeals of one run that tell of one thing. names, words: what they share and how many of them have it; nobody''s name, no numbers.';
comment on column problems.problem.weight is 'People, times growth, times harm, as README.md of the module says.';
comment on column problems.problem.settled_by is 'Null with settled_at: as an earlier run of the same appeals had it.';
create index problem_of_run on problems.problem (city_id, run_id, rank);

create table problems.member (
  city_id smallint not null,
  problem_id uuid not null,
  order_id uuid not null,
  marks smallint not null,
  is_out boolean not null default false,
  primary key (city_id, problem_id, order_id),
  foreign key (city_id, problem_id) references problems.problem on delete cascade
);
comment on column problems.member.marks is 'Sum of 1 urgent, 2 again, 4 dissatisfied, 8 rated, 16 vulnerable, as they were when the run read them.';
comment on column problems.member.is_out is 'A person took it out before the problem was accepted.';
create index member_by_order on problems.member (city_id, order_id);
