-- 系统运行: what went wrong behind the screens and waits for whoever runs the program.

create schema upkeep;

create table upkeep.trouble (
  city_id smallint not null,
  id uuid not null,
  kind text not null check (kind in ('anchor', 'log-archive', 'job', 'chain')),
  about text not null,
  times integer not null check (times > 0),
  since_at timestamptz not null,
  seen_at timestamptz not null,
  over_at timestamptz,
  ended text check (ended in ('itself', 'again', 'gave-up', 'looked-into')),
  ended_by uuid,
  words text,
  primary key (city_id, id),
  check ((over_at is null) = (ended is null))
);
comment on table upkeep.trouble is 'One open at most of a kind and what it is about; closed when it is seen no more, or by a person.';
comment on column upkeep.trouble.about is 'The name of the job; empty where a kind is about one thing only.';
comment on column upkeep.trouble.times is 'How many: jobs that wait, places where the log does not agree, or times it was seen.';
create unique index one_open on upkeep.trouble (city_id, kind, about) where over_at is null;
create index trouble_over_idx on upkeep.trouble (city_id, over_at desc, id desc) where over_at is not null;

create table upkeep.verification (
  city_id smallint not null primary key,
  at timestamptz not null,
  chains integer not null,
  events bigint not null,
  anchors integer not null,
  broken integer not null
);
comment on table upkeep.verification is 'What `npm run audit:verify` found last; the program looks at it, the command writes it.';
