-- 模型版本: what was learnt is kept, judged before it takes over, and can be gone back to. The type of an appeal is learnt as well.

alter table learning.decision drop constraint decision_kind_check;
alter table learning.decision add constraint decision_kind_check check (kind in ('matter', 'unit', 'type'));
alter table learning.suggestion drop constraint suggestion_kind_check;
alter table learning.suggestion add constraint suggestion_kind_check check (kind in ('matter', 'unit', 'type'));
create index decision_by_time on learning.decision (city_id, kind, decided_at);

alter table learning.suggestion add column order_id uuid;
alter table learning.suggestion add column label text;
alter table learning.suggestion add column given text;
alter table learning.suggestion add column said real;
alter table learning.suggestion add column unmet real;
update learning.suggestion as s
set order_id = d.order_id,
  label = d.label,
  given = coalesce(s.ranked -> 0 ->> 'label', ''),
  said = coalesce((s.ranked -> 0 ->> 'probability')::real, 0)
from learning.decision as d
where d.city_id = s.city_id and d.seq = s.seq;
delete from learning.suggestion where label is null;
alter table learning.suggestion alter column order_id set not null;
alter table learning.suggestion alter column label set not null;
alter table learning.suggestion alter column given set not null;
alter table learning.suggestion alter column said set not null;
create index suggestion_by_labels on learning.suggestion (city_id, kind, label, given, learnt_at desc);
comment on column learning.suggestion.given is 'The first of the ranked; empty when there was none.';
comment on column learning.suggestion.said is 'How likely the first was called.';
comment on column learning.suggestion.unmet is 'Share of the words the model had never met; null in rows older than this column.';

create table learning.version (
  city_id smallint not null,
  id uuid not null,
  kind text not null check (kind in ('matter', 'unit', 'type')),
  number integer not null,
  state text not null check (state in ('candidate', 'in-use', 'former', 'refused')),
  made_at timestamptz not null,
  asked_by uuid,
  from_seq bigint not null,
  upto_seq bigint not null,
  samples integer not null,
  labels integer not null,
  seconds real not null,
  size integer not null,
  bytes bytea,
  verdict text not null check (verdict in ('first', 'too-few', 'not-worse', 'worse', 'after-revert')),
  compared jsonb,
  came_by text check (came_by in ('rule', 'person', 'revert')),
  used_since timestamptz,
  settled_by uuid,
  settled_at timestamptz,
  reason text,
  primary key (city_id, id),
  unique (city_id, kind, number),
  check ((state = 'in-use') <= (came_by is not null and bytes is not null))
);
-- Bytes are compressed already.
alter table learning.version alter column bytes set storage external;
create unique index version_in_use on learning.version (city_id, kind) where state = 'in-use';
comment on table learning.version is
  '模型版本. bytes: the model with the orders behind its neighbours; null once it can no longer be gone back to.';
comment on column learning.version.compared is
  'Figures on the decisions of the last month: own and other first and among three, calibration error, rows only one had right.';
comment on column learning.version.from_seq is 'Decisions it was trained on: the first …';
comment on column learning.version.upto_seq is '… and the last; what came later it learns one by one where it is in use.';

create table learning.training (
  city_id smallint not null,
  kind text not null check (kind in ('matter', 'unit', 'type')),
  id uuid not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  asked_at timestamptz not null,
  asked_by uuid,
  phase text not null check (phase in ('reading', 'trial', 'judging', 'training')),
  done integer not null,
  total integer not null,
  primary key (city_id, kind)
);
comment on table learning.training is '训练: the last or running one of each kind, and how far it is.';

create table learning.day_pair (
  city_id smallint not null,
  kind text not null,
  on_day date not null,
  label text not null,
  given text not null,
  count integer not null,
  among_three integer not null,
  said real not null,
  primary key (city_id, kind, on_day, label, given)
);
comment on table learning.day_pair is
  'Decisions of a day by what was decided and what had been suggested first; said: sum of how likely that was called.';

create table learning.day_step (
  city_id smallint not null,
  kind text not null,
  on_day date not null,
  step smallint not null check (step between 0 and 9),
  count integer not null,
  right_first integer not null,
  among_three integer not null,
  said real not null,
  unmet real not null,
  unmet_of integer not null,
  primary key (city_id, kind, on_day, step)
);
comment on table learning.day_step is
  'Decisions of a day by how likely the first suggestion was called, in tenths; unmet: sum of the shares of words never met, over unmet_of decisions.';

create table learning.folded (
  city_id smallint not null,
  kind text not null,
  learnt_to timestamptz not null,
  primary key (city_id, kind)
);
comment on table learning.folded is 'The latest suggestion that stands in the days.';

-- Types people decided before this teach as well.
insert into learning.decision (city_id, order_id, kind, label, decided_at)
select city_id, id, 'type', type, accepted_at
from orders.order
where accepted_by is not null and not accepted_by_rule and accepted_at is not null
order by accepted_at, id;
