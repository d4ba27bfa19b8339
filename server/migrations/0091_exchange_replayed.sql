-- 重新入库: whoever sent it hears once it got through after all.

alter table exchange.pending add column replayed_at timestamptz;
comment on column exchange.pending.replayed_at is 'By a person, after it was a dead letter.';
