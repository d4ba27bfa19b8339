-- 通知规则、免打扰、条数上限, and 站内消息.

create table notices.rule (
  city_id smallint not null,
  message text not null,
  audience text not null check (audience in ('requester', 'unit')),
  urgency text not null check (urgency in ('ordinary', 'calm')),
  channels text[] not null check (cardinality(channels) > 0),
  readers text[] not null,
  primary key (city_id, message)
);
comment on table notices.rule is '通知规则: by which ways a message goes, and who reads it on screen.';

create table notices.hours (
  city_id smallint not null,
  channel text not null,
  audience text not null check (audience in ('requester', 'unit')),
  urgency text not null check (urgency in ('ordinary', 'calm')),
  quiet_from text,
  quiet_to text,
  per_hour integer,
  per_day integer,
  primary key (city_id, channel, audience, urgency)
);
comment on table notices.hours is '免打扰与条数上限, for one number, address or group; urgent messages never wait.';

alter table notices.message drop constraint message_state_check;
alter table notices.message add constraint message_state_check check (state in
  ('waiting', 'sending', 'sent', 'delivered', 'failed', 'uncertain', 'dropped', 'merged'));
alter table notices.message
  add column urgency text not null default 'ordinary' check (urgency in ('urgent', 'ordinary', 'calm')),
  add column to_index bytea,
  add column held_for text check (held_for in ('quiet', 'limit')),
  add column merged_into uuid;
comment on column notices.message.to_index is 'Digest of number or address, to count what reached it.';
comment on column notices.message.held_for is 'Why it waits, or waited: 免打扰, or so many had reached this number.';
update notices.message set urgency = 'urgent' where urgent;
create index message_to on notices.message (city_id, to_index, tried_at) where to_index is not null;

create index message_held on notices.message (city_id, id)
  where state = 'waiting' and held_for is not null;

create table notices.posting (
  city_id smallint not null,
  id uuid not null,
  template text not null,
  order_id uuid,
  assignment_id uuid,
  unit_code text not null,
  readers text[] not null,
  account_id uuid,
  text_enc bytea not null,
  urgent boolean not null,
  made_at timestamptz not null,
  posted_at timestamptz,
  primary key (city_id, id)
) partition by range (id);
comment on table notices.posting is '站内消息: one for everybody it is for; who that is stands in notices.inbox once it is posted.';
comment on column notices.posting.account_id is 'One person alone; otherwise the readers, by role.';
insert into platform.partitioned values ('notices', 'posting', 'id', false);

create table notices.inbox (
  city_id smallint not null,
  id uuid not null,
  account_id uuid not null,
  read_at timestamptz,
  primary key (city_id, account_id, id)
) partition by range (id);
comment on column notices.inbox.id is 'That of its posting.';
create index inbox_unread on notices.inbox (city_id, account_id, id) where read_at is null;
insert into platform.partitioned values ('notices', 'inbox', 'id', false);
