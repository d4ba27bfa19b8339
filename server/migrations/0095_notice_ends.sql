-- 通知: urgency says alone how urgent a message is; a group's robot is silent by itself, not with all robots.

drop index notices.message_due;
alter table notices.message drop column urgent;
create index message_due on notices.message (city_id, channel, (urgency = 'urgent') desc, not_before)
  where state = 'waiting';
create index message_merged on notices.message (city_id, merged_into) where state = 'merged';

alter table notices.carrier add column target bytea not null default ''::bytea;
alter table notices.carrier drop constraint carrier_pkey;
alter table notices.carrier add primary key (city_id, channel, target);
comment on column notices.carrier.target is 'Digest of one end behind the channel that is silent by itself; empty: the channel.';
comment on table notices.carrier is '通道状态: while a carrier, or a group''s robot, is silent nobody asks it before hold_until.';
