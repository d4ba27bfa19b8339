-- 数据对接: messages between this system and others, both ways; what is not finished stands apart and small.

create schema exchange;

create table exchange.peer (
  city_id smallint not null,
  code text not null,
  name text not null,
  adapter text not null,
  base_url text not null,
  own_code text not null,
  scheme text not null check (scheme in ('hmac-sha256', 'sm2')),
  secret_enc bytea not null,
  peer_key text,
  is_on boolean not null,
  per_minute integer not null check (per_minute between 1 and 100000),
  made_at timestamptz not null,
  last_out_at timestamptz,
  last_in_at timestamptz,
  failures integer not null default 0,
  down_since timestamptz,
  hold_until timestamptz,
  primary key (city_id, code)
);
comment on table exchange.peer is '对接方: another system, how it is reached and how it signs.';
comment on column exchange.peer.own_code is 'Our own code as this peer knows us.';
comment on column exchange.peer.secret_enc is 'Encrypted: the shared secret, or our own private key of SM2.';
comment on column exchange.peer.peer_key is 'Its public key of SM2.';
comment on column exchange.peer.last_in_at is 'To ten seconds: not every message writes this row.';
comment on column exchange.peer.hold_until is 'While it answers nothing its queue waits until then, and no other queue does.';

create table exchange.case (
  city_id smallint not null,
  id uuid not null,
  peer text not null,
  order_id uuid not null,
  our_no text not null,
  their_no text,
  opened_by text not null check (opened_by in ('us', 'them')),
  via text[] not null,
  out_seq integer not null,
  heard_seq integer not null,
  opened_at timestamptz not null,
  ended_at timestamptz,
  primary key (city_id, id)
);
comment on table exchange.case is '对接事项: one order between us and one peer, and how far our own messages about it have come.';
comment on column exchange.case.via is 'Codes of the systems the appeal had passed when it reached us.';
comment on column exchange.case.heard_seq is 'Events of the order up to this one have been told to the peer, as far as it wants them.';
create unique index case_of_order on exchange.case (city_id, order_id, peer);
create index case_of_ours on exchange.case (city_id, peer, our_no);

create table exchange.incoming (
  city_id smallint not null,
  peer text not null,
  their_no text not null,
  applied_seq integer not null,
  case_id uuid,
  primary key (city_id, peer, their_no)
);
comment on table exchange.incoming is 'How far the messages of one case of the peer''s have been applied.';

create table exchange.message (
  city_id smallint not null,
  id uuid not null,
  peer text not null,
  direction text not null check (direction in ('in', 'out')),
  message_id uuid not null,
  case_id uuid,
  order_id uuid,
  sender_no text not null,
  receiver_no text,
  kind text not null,
  seq integer not null check (seq > 0),
  at timestamptz not null,
  day date not null,
  raw_enc bytea not null,
  digest bytea not null,
  state text not null check (state in ('open', 'delivered', 'applied', 'dismissed')),
  made_at timestamptz not null,
  done_at timestamptz,
  primary key (city_id, id)
) partition by range (id);
comment on table exchange.message is '报文: the very bytes as they came or went, encrypted, beside the order they are about.';
comment on column exchange.message.message_id is 'Its name for ever: of an incoming one the sender''s, of an outgoing one its own id.';
comment on column exchange.message.day is 'Of `at` by UTC+8: the day it is reconciled on.';
create index message_of_order on exchange.message (city_id, order_id, id) where order_id is not null;
create index message_of_day on exchange.message (city_id, peer, day, id);
insert into platform.partitioned values ('exchange', 'message', 'id', false);

create table exchange.received (
  city_id smallint not null,
  peer text not null,
  message_id uuid not null,
  id uuid not null,
  primary key (city_id, peer, message_id)
);
comment on table exchange.received is 'Which messages of the peer''s we have, so that none is taken twice.';

create table exchange.pending (
  city_id smallint not null,
  id uuid not null,
  peer text not null,
  direction text not null check (direction in ('in', 'out')),
  line text not null,
  seq integer not null,
  kind text not null,
  state text not null check (state in ('waiting', 'held', 'dead')),
  attempts integer not null,
  first_at timestamptz not null,
  next_at timestamptz not null,
  error_code text,
  error_detail text,
  dead_at timestamptz,
  primary key (city_id, id)
);
comment on table exchange.pending is '在途与死信: what is not finished. `line` names the case whose messages keep their order.';
comment on column exchange.pending.error_detail is 'What the desk reads: a sentence of ours, or status and field of theirs; never words of a message.';
create index pending_of_line on exchange.pending (city_id, peer, direction, line, seq);
create index pending_by_state on exchange.pending (city_id, peer, state, direction, id);

create table exchange.file (
  city_id smallint not null,
  peer text not null,
  sha256 bytea not null,
  file_id uuid not null,
  upload_key_enc bytea not null,
  at timestamptz not null,
  primary key (city_id, peer, sha256)
);
comment on table exchange.file is 'Files the peer sent ahead of the message that names them.';

create table exchange.reconciliation (
  city_id smallint not null,
  peer text not null,
  day date not null,
  at timestamptz not null,
  state text not null check (state in ('compared', 'unreachable')),
  sent integer not null,
  received integer not null,
  closed integer not null,
  mismatches jsonb not null,
  primary key (city_id, peer, day)
);
comment on table exchange.reconciliation is '对账: one day with one peer, compared with what it says of that day.';
comment on column exchange.reconciliation.mismatches is 'Ids, kinds and what is wrong: only-ours, only-theirs, digest.';

-- Migrations run before the process makes its months: those that exist get the new table as well.
select platform.make_month(replace(right(c.relname, 7), '_', '-'))
from pg_inherits as i
join pg_class as c on c.oid = i.inhrelid
where i.inhparent = 'orders.order'::regclass;
