-- 重件: which answers a unit's leader signs is the city's data.

alter table matters.rule drop constraint rule_kind_check;
alter table matters.rule add constraint rule_kind_check check (kind in
  ('limit', 'limit-rule', 'statutory-limit', 'centre-limit', 'serious', 'trigger', 'calm-words', 'danger-kind',
    'danger-words', 'danger-examples', 'everyday-words', 'disposition', 'question', 'reply-form'));
