-- 通知统计: how many left, arrived, failed, by way and day.

create table notices.tally (
  city_id smallint not null,
  on_day date not null,
  channel text not null,
  outcome text not null check (outcome in ('sent', 'delivered', 'failed', 'uncertain')),
  part smallint not null,
  count integer not null,
  primary key (city_id, on_day, channel, outcome, part)
);
comment on column notices.tally.part is 'Several rows for one sum, so that those who count at once do not wait for each other.';

create index message_rare on notices.message (city_id, channel, id) where channel in ('call', 'mail', 'robot');
