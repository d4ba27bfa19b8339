-- 待发的通知: read in the order they leave, the urgent first, also from a long queue.

drop index notices.message_due;
create index message_due on notices.message (city_id, channel, urgent desc, not_before) where state = 'waiting';
