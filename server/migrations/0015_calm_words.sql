-- 平静语: words that say a danger is past, practised or only asked about.

alter table matters.rule drop constraint rule_kind_check;
alter table matters.rule add constraint rule_kind_check check (kind in
  ('limit', 'limit-rule', 'statutory-limit', 'centre-limit', 'trigger', 'calm-words', 'everyday-words', 'disposition',
    'question', 'reply-form'));
