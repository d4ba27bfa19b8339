-- 险情识别: what has learnt from a city's examples, and from every person who said whether an appeal is a danger.

alter table matters.rule drop constraint rule_kind_check;
alter table matters.rule add constraint rule_kind_check check (kind in
  ('limit', 'limit-rule', 'statutory-limit', 'centre-limit', 'trigger', 'calm-words', 'danger-kind', 'danger-words',
    'danger-examples', 'everyday-words', 'disposition', 'question', 'reply-form'));

create schema danger;

create table danger.lesson (
  city_id smallint not null,
  seq bigint generated always as identity,
  order_id uuid not null,
  is_danger boolean not null,
  decided_at timestamptz not null,
  primary key (city_id, seq)
);
comment on table danger.lesson is
  '险情判定: a person raised, confirmed or lowered the urgency of an order against what was computed. Its words are read from the order when they are learnt, so that who is erased teaches nothing any more.';
