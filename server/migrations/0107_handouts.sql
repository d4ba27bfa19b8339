-- 答复链接: which answer went to whom's number by a link, and whether it was opened. No number and no name stands here.

create schema handouts;

create table handouts.handout (
  city_id smallint not null,
  id uuid not null,
  key_hash bytea not null,
  order_id uuid,
  call_id uuid,
  entry_code text not null,
  title text not null,
  digest bytea not null,
  message_id uuid not null,
  sent_by uuid,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  last_opened_at timestamptz,
  opens integer not null default 0,
  primary key (city_id, id),
  check (num_nonnulls(order_id, call_id) = 1),
  check ((opens = 0) = (opened_at is null))
) partition by range (id);
comment on column handouts.handout.key_hash is 'Digest of the key that stands in the link alone.';
comment on column handouts.handout.digest is 'Of the answer as it was when it was sent.';
comment on column handouts.handout.opened_at is 'First opened; a preview of the message opens nothing, for it runs no page.';
create index handout_by_order on handouts.handout (city_id, order_id) where order_id is not null;
create index handout_by_call on handouts.handout (city_id, call_id) where call_id is not null;
insert into platform.partitioned values ('handouts', 'handout', 'id', false);
