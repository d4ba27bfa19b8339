-- 数据共享: what was agreed with another system, every batch that passed, and which orders went to whom.

create schema data_sharing;

create table data_sharing.subscription (
  city_id smallint not null,
  id uuid not null,
  peer text not null,
  ref uuid not null,
  direction text not null check (direction in ('out', 'in')),
  asked_by_side text not null check (asked_by_side in ('us', 'them')),
  purpose text not null,
  fields text[] not null check (cardinality(fields) > 0),
  matter_prefix text,
  until_at timestamptz not null,
  asked_at timestamptz not null,
  asked_by uuid,
  ours_at timestamptz,
  ours_by uuid,
  theirs_at timestamptz,
  ended_at timestamptz,
  ended_as text check (ended_as in ('refused', 'revoked')),
  end_reason text,
  next_cursor text not null default '',
  trouble text,
  primary key (city_id, id),
  check ((ended_at is null) = (ended_as is null))
);
comment on table data_sharing.subscription is '数据共享订阅: holds once both sides have approved, until its end.';
comment on column data_sharing.subscription.ref is 'What both sides call it: the id whoever asked has given it.';
comment on column data_sharing.subscription.next_cursor is 'Where they give: from where the next batch is fetched.';
comment on column data_sharing.subscription.trouble is 'What we last told the other side and did not get through, in words.';
create unique index subscription_by_ref on data_sharing.subscription (city_id, peer, ref);
create index subscription_latest on data_sharing.subscription (city_id, id desc);

create table data_sharing.batch (
  city_id smallint not null,
  id uuid not null,
  subscription_id uuid not null,
  way text not null check (way in ('queried', 'fetched')),
  at timestamptz not null,
  account_id uuid,
  from_cursor text not null,
  to_cursor text not null,
  orders integer not null,
  digest text not null,
  rows jsonb not null,
  primary key (city_id, id)
);
comment on table data_sharing.batch is 'Every batch that passed, an empty one too.';
comment on column data_sharing.batch.digest is 'SHA-256 of the rows as they passed.';
comment on column data_sharing.batch.rows is 'As they passed; of those given, without the values of sensitive fields.';
create index batch_of_subscription on data_sharing.batch (city_id, subscription_id, id desc);

create table data_sharing.given (
  city_id smallint not null,
  order_id uuid not null,
  batch_id uuid not null,
  subscription_id uuid not null,
  at timestamptz not null,
  primary key (city_id, order_id, batch_id)
) partition by range (order_id);
comment on table data_sharing.given is '可追溯: this order went out in that batch.';
insert into platform.partitioned values ('data_sharing', 'given', 'id', false);

-- Migrations run before the process makes its months: those that exist get the new table as well.
select platform.make_month(replace(right(c.relname, 7), '_', '-'))
from pg_inherits as i
join pg_class as c on c.oid = i.inhrelid
where i.inhparent = 'orders.order'::regclass;
