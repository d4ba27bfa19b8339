-- 未诉先办, first part: what no feed gives, and the weather warnings a person decides about.

create schema foresight;

create table foresight.signal (
  city_id smallint not null,
  id uuid not null,
  kind text not null check (kind in ('weather', 'works', 'sensor', 'satellite')),
  about text not null,
  level text check (level in ('blue', 'yellow', 'orange', 'red')),
  areas text[] not null check (cardinality(areas) > 0),
  from_at timestamptz not null,
  until_at timestamptz not null,
  source text not null,
  words text not null,
  given text not null check (given in ('person', 'file')),
  entered_at timestamptz not null,
  entered_by uuid,
  state text not null check (state in ('noted', 'proposed', 'confirmed', 'declined')),
  group_code text,
  due_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  reason text,
  mode_id uuid,
  primary key (city_id, id),
  check (until_at > from_at),
  check ((state = 'noted') = (group_code is null)),
  check ((state in ('confirmed', 'declined')) = (decided_at is not null))
);
create unique index one_signal on foresight.signal (city_id, about, source, from_at, areas);
create index signal_waiting on foresight.signal (city_id, id) where state = 'proposed';
create index signal_by_end on foresight.signal (city_id, until_at, id);
comment on table foresight.signal is '外部信息: a weather warning, works permit, sensor reading or satellite find, as a person entered or imported it.';
comment on column foresight.signal.about is 'A row of signal-kinds.tsv.';
comment on column foresight.signal.group_code is '应急联动组 that is proposed; null: nothing to decide.';
comment on column foresight.signal.due_at is 'Until when somebody should have decided.';

alter table matters.rule drop constraint rule_kind_check;
alter table matters.rule add constraint rule_kind_check check (kind in
  ('limit', 'limit-rule', 'statutory-limit', 'centre-limit', 'serious', 'linkage-to-110', 'linkage-from-110',
    'linkage-basis', 'net', 'linkage-unit', 'emergency-group', 'signal-kind', 'code-map', 'trigger', 'calm-words',
    'danger-kind', 'danger-words', 'danger-examples',
    'everyday-words', 'disposition', 'question', 'reply-form'));
