-- 线索: whoever left a number and agreed hears what became of it, once; the number leaves after the city's limit.
alter table media.tip
  add column told_at timestamptz,
  add column told_message_id uuid,
  add column contact_dropped_at timestamptz;
comment on column media.tip.told_at is 'When the answer or the refusal went to who told of it, by message.';
