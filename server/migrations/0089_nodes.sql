-- 重要节点速办: key dates, what is watched in them, what was read and found, and whether nobody complained.

create schema nodes;

create table nodes.listed (
  city_id smallint not null,
  code text not null,
  no smallint not null,
  definition jsonb not null,
  primary key (city_id, code)
);
comment on table nodes.listed is '节点日历 as the city''s folder has it.';

create table nodes.listed_days (
  city_id smallint not null,
  code text not null,
  no smallint not null,
  definition jsonb not null,
  primary key (city_id, code)
);
comment on table nodes.listed_days is 'Days of a listed node in one year; code is year/node.';

create table nodes.node (
  city_id smallint not null,
  id uuid not null,
  code text,
  year smallint not null,
  name text not null,
  kind text not null check (kind in ('solar', 'lunar', 'exam', 'season', 'event')),
  family text not null check (family in ('holiday', 'exam', 'school', 'flood', 'event')),
  first_on date not null,
  last_on date not null,
  from_on date not null,
  to_on date not null,
  areas text[] not null,
  matters text[] not null,
  limit_class text,
  opened_at timestamptz not null,
  opened_by uuid,
  review text,
  reviewed_at timestamptz,
  reviewed_by uuid,
  primary key (city_id, id),
  check (from_on <= first_on and first_on <= last_on and last_on <= to_on)
);
create unique index one_node_a_year on nodes.node (city_id, code, year) where code is not null;
create index node_by_day on nodes.node (city_id, first_on, id);
comment on table nodes.node is '一年的一个节点, as it was listed when a person began to prepare it. code null: the centre''s own event.';
comment on column nodes.node.limit_class is 'Of watched matters within the window; null: as ever.';

create table nodes.reading (
  city_id smallint not null,
  id uuid not null,
  node_id uuid not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  asked_at timestamptz not null,
  asked_by uuid,
  ended_at timestamptz,
  windows jsonb not null default '[]',
  orders integer not null default 0,
  people integer not null default 0,
  ordinary integer not null default 0,
  ordinary_days integer not null default 0,
  primary key (city_id, id),
  foreign key (city_id, node_id) references nodes.node
);
create index reading_of_node on nodes.reading (city_id, node_id, id desc);
create unique index one_reading_at_work on nodes.reading (city_id, node_id) where state in ('waiting', 'running');
comment on column nodes.reading.windows is 'Which days of which holiday were read, whole or from when on; orders and people of each day, counted from the first day of its holiday.';
comment on column nodes.reading.orders is 'Of the compared windows together, each once; ordinary: of the weeks before them.';

create table nodes.candidate (
  city_id smallint not null,
  id uuid not null,
  reading_id uuid not null,
  rank smallint not null,
  name text not null,
  county text not null,
  names text[] not null,
  things text[] not null,
  aliases text[] not null,
  people integer not null,
  orders integer not null,
  expected real not null,
  reasons jsonb not null,
  primary key (city_id, id),
  foreign key (city_id, reading_id) references nodes.reading on delete cascade
);
create index candidate_of_reading on nodes.candidate (city_id, reading_id, rank);
comment on column nodes.candidate.expected is 'People that as many days of ordinary weeks would have brought.';
comment on column nodes.candidate.reasons is 'Words several people share, how many, and a quote that names nobody.';

create table nodes.candidate_order (
  city_id smallint not null,
  candidate_id uuid not null,
  order_id uuid not null,
  role text not null check (role in ('last-year', 'last-alike', 'own', 'ordinary')),
  primary key (city_id, candidate_id, order_id, role),
  foreign key (city_id, candidate_id) references nodes.candidate on delete cascade
);

create table nodes.object (
  city_id smallint not null,
  id uuid not null,
  name text not null,
  county text not null,
  made_at timestamptz not null,
  made_by uuid,
  primary key (city_id, id)
);
comment on table nodes.object is '被关注对象: a place or thing people complain of, kept over the years.';

create table nodes.object_name (
  city_id smallint not null,
  id uuid not null,
  object_id uuid not null,
  kind text not null check (kind in ('name', 'alias', 'thing')),
  word text not null,
  from_at timestamptz not null,
  from_by uuid,
  until_at timestamptz,
  until_by uuid,
  primary key (city_id, id),
  foreign key (city_id, object_id) references nodes.object
);
create unique index one_word_of_object on nodes.object_name (city_id, object_id, word) where until_at is null;

create table nodes.watch (
  city_id smallint not null,
  id uuid not null,
  node_id uuid not null,
  object_id uuid not null,
  candidate_id uuid,
  snapshot jsonb not null,
  reason text not null,
  from_at timestamptz not null,
  from_by uuid,
  until_at timestamptz,
  until_by uuid,
  until_reason text,
  limit_matters text[] not null default '{}',
  limit_rows uuid[] not null default '{}',
  stays boolean,
  stays_words text,
  primary key (city_id, id),
  foreign key (city_id, node_id) references nodes.node,
  foreign key (city_id, object_id) references nodes.object
);
create unique index one_watch_of_object on nodes.watch (city_id, node_id, object_id) where until_at is null;
create index watch_of_object on nodes.watch (city_id, object_id);
comment on table nodes.watch is '关注: an object in the window of a node; snapshot is what was shown when a person accepted it.';
comment on column nodes.watch.stays is '复盘: whether it is watched again next year.';

create table nodes.ruling (
  city_id smallint not null,
  id uuid not null,
  object_id uuid not null,
  order_id uuid not null,
  counts boolean not null,
  reason text not null,
  ruled_at timestamptz not null,
  ruled_by uuid,
  primary key (city_id, id),
  foreign key (city_id, object_id) references nodes.object
);
create index ruling_of_object on nodes.ruling (city_id, object_id, order_id, id desc);
comment on table nodes.ruling is '人工认定: whether one order is about the object; the latest stands, the others stay.';

create table nodes.zero (
  city_id smallint not null,
  id uuid not null,
  watch_id uuid not null,
  made_at timestamptz not null,
  made_by uuid,
  until_at timestamptz not null,
  is_over boolean not null,
  question jsonb not null,
  breaks integer not null,
  coverage jsonb not null,
  primary key (city_id, id),
  foreign key (city_id, watch_id) references nodes.watch
);
create index zero_of_watch on nodes.zero (city_id, watch_id, id desc);
comment on table nodes.zero is '零投诉查询 (K46): each time it was run, what was asked, what it read, how many orders broke the zero.';
comment on column nodes.zero.is_over is 'The window was over: the figure counts.';

create table nodes.zero_order (
  city_id smallint not null,
  zero_id uuid not null,
  order_id uuid not null,
  how text not null check (how in ('name', 'alias', 'sound', 'issue', 'ruled')),
  word text not null,
  is_out boolean not null,
  primary key (city_id, zero_id, order_id),
  foreign key (city_id, zero_id) references nodes.zero on delete cascade
);
comment on column nodes.zero_order.is_out is 'A person ruled that it is not about the object.';

-- 关注对象 as what a letter, a task or a meeting is about.
alter table letters.letter drop constraint letter_concern_kind_check;
alter table letters.letter add constraint letter_concern_kind_check check (concern_kind in ('order', 'issue', 'warning', 'watch'));
alter table tasks.task drop constraint task_subject_kind_check;
alter table tasks.task add constraint task_subject_kind_check check (subject_kind in
  ('order', 'issue', 'problem', 'meeting', 'supervision', 'visit', 'watch'));
alter table meetings.agenda drop constraint agenda_subject_kind_check;
alter table meetings.agenda add constraint agenda_subject_kind_check check (subject_kind in
  ('order', 'issue', 'problem', 'watch'));

-- 限期的时限规则: put by persons on single days, above the rows of the city's folder.
create table matters.dated_limit (
  city_id smallint not null,
  id uuid not null,
  area text not null,
  matter text not null,
  limit_class text not null,
  valid_from date not null,
  valid_to date not null,
  put_at timestamptz not null,
  put_by uuid,
  until_at timestamptz,
  primary key (city_id, id),
  check (valid_from <= valid_to)
);
comment on column matters.dated_limit.until_at is 'A person took it back.';
