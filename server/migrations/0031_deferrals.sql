-- 延期、挂起、挂账: more time for a reason, a clock that stands still, and the ledger of what cannot be solved now.

create schema deferrals;

alter table orders.order add column parked_at timestamptz;
comment on column orders.order.parked_at is '挂账: since when it stands in the ledger; gone when it is cleared or worked again.';

create table deferrals.request (
  city_id smallint not null,
  order_id uuid not null,
  no smallint not null,
  kind text not null check (kind in ('extension', 'suspension', 'parking')),
  assignment_id uuid not null,
  unit_code text not null,
  unit_path text not null,
  reason text not null,
  plan_no smallint not null,
  amount smallint,
  public_words text,
  milestones jsonb,
  decided_as text check (decided_as in ('centre', 'director', 'unit')),
  state text not null check (state in ('asked', 'granted', 'refused', 'withdrawn', 'lapsed')),
  asked_by uuid,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  words_no smallint,
  primary key (city_id, order_id, no),
  check ((kind = 'extension') = (amount is not null)),
  check ((kind = 'parking') = (milestones is not null))
) partition by range (order_id);
comment on table deferrals.request is '延期、挂起、挂账申请; its words stand in orders.text.';
insert into platform.partitioned values ('deferrals', 'request', 'id', false);
select platform.make_month(replace(right(c.relname, 7), '_', '-'))
from pg_inherits as i
join pg_class as c on c.oid = i.inhrelid
where i.inhparent = 'orders.order'::regclass;
create unique index one_open_request on deferrals.request (city_id, order_id) where state = 'asked';
create index request_open on deferrals.request (city_id, asked_at, order_id) where state = 'asked';

create table deferrals.ledger (
  city_id smallint not null,
  order_id uuid not null,
  unit_code text not null,
  unit_path text not null,
  reason text not null,
  public_words text not null,
  milestones jsonb not null,
  parked_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'cleared', 'ended')),
  review_due_at timestamptz,
  is_review_late boolean not null default false,
  cleared_at timestamptz,
  primary key (city_id, order_id)
);
comment on table deferrals.ledger is
  '挂账台账: what is right and cannot be solved now, reviewed every thirty days. Counts as not solved, shown by itself.';
create index ledger_by_state on deferrals.ledger (city_id, state, parked_at, order_id);

create table deferrals.review (
  city_id smallint not null,
  order_id uuid not null,
  no smallint not null,
  words_no smallint not null,
  reviewed_by uuid,
  reviewed_at timestamptz not null,
  primary key (city_id, order_id, no)
);
