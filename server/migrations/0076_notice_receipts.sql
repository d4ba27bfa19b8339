-- 回执, and two more ways out: mail and the robots of group chats.

alter table notices.message drop constraint message_state_check;
alter table notices.message add constraint message_state_check
  check (state in ('waiting', 'sending', 'sent', 'delivered', 'failed', 'uncertain', 'dropped'));
alter table notices.message drop constraint message_channel_check;
alter table notices.message add constraint message_channel_check
  check (channel in ('sms', 'call', 'mail', 'robot'));
alter table notices.message add column receipt_at timestamptz;
comment on column notices.message.receipt_at is 'When its carrier said what became of it.';
create index message_by_ref on notices.message (city_id, carrier_ref) where carrier_ref is not null;
