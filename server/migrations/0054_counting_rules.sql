-- 集中诉求: from how many people on is the city's data.

alter table indicators.rule drop constraint rule_kind_check;
alter table indicators.rule add constraint rule_kind_check check (kind in
  ('peer-group', 'target', 'counting', 'satisfaction'));
comment on table indicators.rule is
  '考核分组、目标值、计数口径、本市满意率口径, from the files of the city; in the order of the files, the first that fits wins.';
