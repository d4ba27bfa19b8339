-- 同一件事: what other people's orders are found by, and what was proposed of them.

create table issues.key (
  city_id smallint not null,
  order_id uuid not null,
  kind text not null check (kind in ('place', 'spot', 'subject', 'matter', 'word')),
  key bigint not null,
  primary key (city_id, key, order_id)
) partition by range (order_id);
comment on table issues.key is
  '查找键: a keyed digest of a place, a thing, a matter in a town or a rare word that an order names. No words stand here; whatever shares a key is compared by its words.';
create index key_by_order on issues.key (city_id, order_id);
insert into platform.partitioned values ('issues', 'key', 'id', false);

create table issues.proposal (
  city_id smallint not null,
  order_id uuid not null,
  issue_id uuid not null,
  like_order uuid not null,
  score real not null,
  reasons text[] not null
    check (reasons <@ array['same-place', 'same-town', 'same-subject', 'same-matter', 'near-time', 'same-words']),
  likenesses jsonb,
  rule text,
  proposed_at timestamptz not null,
  state text not null check (state in ('proposed', 'confirmed', 'rejected', 'stale')),
  settled_by uuid,
  settled_at timestamptz,
  why text check (why in ('other-place', 'other-thing', 'other-happening', 'other-time', 'taken-out', 'other')),
  primary key (city_id, order_id, issue_id),
  check ((state = 'rejected') = (why is not null))
) partition by range (order_id);
comment on table issues.proposal is
  '同一件事的建议与决定. like_order: the order of the issue that is most alike. likenesses and rule: as the machine saw it, null where a person decided unasked; a rule is fitted anew from the confirmed and the rejected.';
create index proposal_of_issue on issues.proposal (city_id, issue_id) where state in ('proposed', 'rejected');
insert into platform.partitioned values ('issues', 'proposal', 'id', false);

-- An order of an earlier month may be read today.
select platform.make_month(replace(right(c.relname, 7), '_', '-'))
from pg_inherits as i
join pg_class as c on c.oid = i.inhrelid
where i.inhparent = 'orders.order'::regclass;
