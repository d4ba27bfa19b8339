-- 模型页: what a version was trained on, how sure it was in hundredths, and the orders behind every number.

alter table learning.version add column mix jsonb;
comment on column learning.version.mix is
  '训练构成: how many of its decisions had which label; null in versions older than this column.';

-- Days are counted anew from the suggestions, in hundredths instead of tenths.
delete from learning.folded;
delete from learning.day_step;
delete from learning.day_pair;
alter table learning.day_step drop constraint day_step_step_check;
alter table learning.day_step add constraint day_step_step_check check (step between 0 and 99);
comment on table learning.day_step is
  'Decisions of a day by how likely the first suggestion was called, in hundredths; unmet: sum of the shares of words never met, over unmet_of decisions.';

create index suggestion_of_label on learning.suggestion (city_id, kind, label, learnt_at desc);
