-- 催复: each limit that passes is told, not only the first.

alter table letters.receipt add column told_late_of timestamptz;
comment on column letters.receipt.told_late_of is 'The limit whose end the unit was last told of; an answer sent back brings a new limit.';
update letters.receipt set told_late_of = late_at where late_at is not null;
