-- 学习: what people decided, and what the model had said beside it. No words of anybody stand here.

create schema learning;

create table learning.decision (
  city_id smallint not null,
  seq bigint generated always as identity,
  order_id uuid not null,
  kind text not null check (kind in ('matter', 'unit')),
  label text not null,
  decided_at timestamptz not null,
  primary key (city_id, seq)
);
create index decision_by_kind on learning.decision (city_id, kind, seq);
comment on table learning.decision is
  '决定: what a person chose for an order. Its words are read from the order when they are learnt, so that who is erased teaches nothing any more.';

create table learning.suggestion (
  city_id smallint not null,
  seq bigint not null,
  kind text not null check (kind in ('matter', 'unit')),
  model text not null,
  input_hash bytea not null,
  ranked jsonb not null,
  place smallint,
  learnt_at timestamptz not null,
  primary key (city_id, seq)
);
create index suggestion_lately on learning.suggestion (city_id, kind, learnt_at desc);
comment on table learning.suggestion is
  '建议与采纳: what the live model said of the words of decision `seq` just before it learnt it. place: where the choice stood among the ranked, null when it was not among them. input_hash: keyed, of the words read.';

-- What was decided before this table stood teaches as well.
insert into learning.decision (city_id, order_id, kind, label, decided_at)
select city_id, id, 'matter', matter_code, accepted_at
from orders.order
where accepted_by is not null and not accepted_by_rule
order by accepted_at, id;
insert into learning.decision (city_id, order_id, kind, label, decided_at)
select city_id, id, 'unit', lead_unit, dispatched_at
from orders.order
where lead_unit is not null and dispatched_at is not null
order by dispatched_at, id;
