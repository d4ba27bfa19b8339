-- 考核: what a city says about its assessment.

create schema if not exists indicators;

create table indicators.rule (
  city_id smallint not null,
  kind text not null check (kind in ('peer-group', 'target', 'satisfaction')),
  key text not null,
  no integer not null,
  definition jsonb not null,
  primary key (city_id, kind, key)
);
comment on table indicators.rule is
  '考核分组、目标值、本市满意率口径, from the files of the city; in the order of the files, the first that fits wins.';
