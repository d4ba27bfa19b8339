-- 法规库: what changed in a document, and the rules that cite it, to be looked at one by one.

create schema regulations;

create table regulations.change (
  city_id smallint not null,
  id uuid not null,
  regulation text not null,
  article text,
  words text not null,
  gist text,
  in_force_on date not null,
  source text not null,
  by_id uuid,
  at timestamptz not null,
  due_at timestamptz not null,
  primary key (city_id, id)
);
comment on column regulations.change.gist is 'What the article says from then on, in our own words.';
create index change_of_regulation on regulations.change (city_id, regulation, id);

create table regulations.citing (
  city_id smallint not null,
  change_id uuid not null,
  no integer not null,
  kind text not null check (kind in
    ('catalogue', 'statutory-limit', 'linkage-basis', 'rule', 'knowledge', 'indicator')),
  key text not null,
  label text not null,
  cites text not null,
  outcome text check (outcome in ('stays', 'to-change', 'changed')),
  words text,
  by_id uuid,
  at timestamptz,
  primary key (city_id, change_id, no),
  check ((outcome is null) = (at is null))
);
comment on table regulations.citing is '受影响的规则, as they cited the document when it changed.';
create index citing_open on regulations.citing (city_id, change_id) where outcome is null or outcome = 'to-change';

alter table matters.rule drop constraint rule_kind_check;
alter table matters.rule add constraint rule_kind_check check (kind in
  ('limit', 'limit-rule', 'statutory-limit', 'centre-limit', 'serious', 'linkage-to-110', 'linkage-from-110',
    'linkage-basis', 'net', 'linkage-unit', 'emergency-group', 'signal-kind', 'clue-kind', 'brief-template',
    'regulation', 'regulation-article', 'code-map', 'trigger',
    'calm-words', 'danger-kind', 'danger-words', 'danger-examples',
    'everyday-words', 'disposition', 'question', 'reply-form'));
