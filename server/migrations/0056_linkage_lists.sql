-- 互转事项清单: the two lists both lines signed, the article each linkage rests on, and which row a transfer names.

alter table matters.rule drop constraint rule_kind_check;
alter table matters.rule add constraint rule_kind_check check (kind in
  ('limit', 'limit-rule', 'statutory-limit', 'centre-limit', 'serious', 'linkage-to-110', 'linkage-from-110',
    'linkage-basis', 'trigger', 'calm-words', 'danger-kind', 'danger-words', 'danger-examples', 'everyday-words',
    'disposition', 'question', 'reply-form'));

alter table intake.transfer add column list_row text;
comment on column intake.transfer.list_row is 'Row of the co-signed list (12345转110) the agent named.';
alter table intake.transfer add column by_three_way boolean not null default false;
alter table intake.transfer add column first_receiver boolean not null default false;
comment on column intake.transfer.first_receiver is
  '三方通话 could not tell whose it is: whoever received it first accepts it (国办发〔2022〕12号).';
