-- 通知: claimed, asked for outside any transaction, recorded; what does not get through waits for a person.

alter table notices.message drop constraint message_state_check;
alter table notices.message add constraint message_state_check
  check (state in ('waiting', 'sending', 'sent', 'failed', 'uncertain', 'dropped'));
alter table notices.message
  add column urgent boolean not null default false,
  add column tries smallint not null default 0,
  add column first_tried_at timestamptz,
  add column tried_at timestamptz,
  add column ended_at timestamptz,
  add column carrier_ref text,
  add column error text,
  add column settled_by uuid,
  add column settled_why text;
comment on column notices.message.state is
  'sending: a carrier is being asked; uncertain: it was asked and nobody knows what it did; dropped: not sent any more, by a person or because its requester was erased.';
comment on column notices.message.ended_at is 'When it was given up, became uncertain or was dropped.';
comment on column notices.message.error is 'The carrier''s word or the network''s, never an address.';
create index message_due on notices.message (city_id, channel, urgent, not_before) where state = 'waiting';
create index message_troubled on notices.message (city_id, id) where state in ('failed', 'uncertain');
update notices.message set state = 'dropped' where state = 'failed';

create table notices.carrier (
  city_id smallint not null,
  channel text not null,
  failures integer not null,
  hold_until timestamptz,
  down_since timestamptz,
  last_error text,
  primary key (city_id, channel)
);
comment on table notices.carrier is '通道状态: while a carrier is silent nobody asks it before hold_until.';
