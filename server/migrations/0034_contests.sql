-- 评价申诉 (T27): a unit says that a rating should not count for it. The rating itself never changes.

create table call_back.contest (
  city_id smallint not null,
  order_id uuid not null,
  no smallint not null,
  attempt_id uuid not null,
  round smallint not null,
  unit_code text not null,
  unit_path text not null,
  code text not null check (code in
    ('X1', 'X2', 'X3', 'X4', 'X5', 'X6', 'X7', 'X8', 'X9', 'X10', 'X11', 'X12')),
  words_no smallint not null,
  file_ids uuid[] not null default '{}',
  level text not null check (level in ('county', 'city', 'director')),
  state text not null check (state in ('asked', 'upheld', 'rejected')),
  asked_by uuid,
  asked_at timestamptz not null,
  moved_at timestamptz not null,
  primary key (city_id, order_id, no)
) partition by range (order_id);
comment on table call_back.contest is
  '评价申诉: upheld, the rating stands and does not count for the unit (剔除, X1 to X12 of domain 3.5).';
comment on column call_back.contest.moved_at is 'When it was asked, last ruled on or taken further.';
create table call_back.contest_ruling (
  city_id smallint not null,
  order_id uuid not null,
  contest_no smallint not null,
  level text not null check (level in ('county', 'city', 'director')),
  upheld boolean not null,
  words_no smallint not null,
  ruled_by uuid,
  ruled_at timestamptz not null,
  primary key (city_id, order_id, contest_no, level)
) partition by range (order_id);
insert into platform.partitioned values ('call_back', 'contest', 'id', false),
  ('call_back', 'contest_ruling', 'id', false);
-- An order of an earlier month may be contested today.
select platform.make_month(replace(right(c.relname, 7), '_', '-'))
from pg_inherits as i
join pg_class as c on c.oid = i.inhrelid
where i.inhparent = 'orders.order'::regclass;
create unique index one_contest_of_rating on call_back.contest (city_id, order_id, attempt_id);
create index contest_open on call_back.contest (city_id, level, moved_at, order_id) where state = 'asked';
create index contest_upheld on call_back.contest (city_id, moved_at, order_id) where state = 'upheld';
