-- 自动派单: what the machine would have sent, how right it was, and who lets it.

create schema auto_dispatch;

alter table orders.order add column auto_sent boolean not null default false;
comment on column orders.order.auto_sent is '自动派单: the present lead was not chosen by a person.';
create index order_auto_sent on orders.order (city_id, dispatched_at, id) where auto_sent;

create table auto_dispatch.setting (
  city_id smallint not null primary key,
  subject_id uuid not null,
  is_on boolean not null,
  bar_permille smallint not null check (bar_permille between 900 and 1000),
  sure_permille smallint not null check (sure_permille between 900 and 1000)
);
comment on table auto_dispatch.setting is
  'One row a city, none before anybody has changed anything: then it is off. subject_id: whose chain the changes are told on.';

create table auto_dispatch.matter (
  city_id smallint not null,
  matter_code text not null,
  is_off boolean not null,
  bar_permille smallint check (bar_permille between 900 and 1000),
  primary key (city_id, matter_code)
);
comment on column auto_dispatch.matter.bar_permille is 'Null: the city''s bar.';

create table auto_dispatch.change (
  city_id smallint not null,
  id uuid not null,
  at timestamptz not null,
  by_account uuid,
  what text not null check (what in ('switch', 'bar', 'matter')),
  matter_code text,
  before jsonb not null,
  after jsonb not null,
  reason text not null,
  primary key (city_id, id)
);
comment on table auto_dispatch.change is 'Every change with its reason in words; the event names the row.';

create table auto_dispatch.proposal (
  city_id smallint not null,
  order_id uuid not null,
  matter_code text not null,
  on_day date not null,
  proposed_at timestamptz not null,
  lead text,
  source text check (source in ('catalogue', 'model')),
  probability real,
  model text,
  row_id text,
  is_sure boolean not null,
  held text[] not null,
  sent_at timestamptz,
  verdict text check (verdict in ('right', 'wrong', 'none')),
  final_lead text,
  is_right boolean,
  judged_at timestamptz,
  slot smallint,
  primary key (city_id, order_id)
) partition by range (order_id);
comment on table auto_dispatch.proposal is
  '拟派: what the machine would have done with an order, written down before anybody sent it. held: why it was left to a person; empty and sent_at set where it was sent.';
comment on column auto_dispatch.proposal.verdict is
  'right: the first lead stayed; wrong: it did not; none: it says nothing (withdrawn, sent by rule, or automatic and not closed).';
comment on column auto_dispatch.proposal.is_right is 'The proposed lead is the one it ended with.';
create index proposal_by_day on auto_dispatch.proposal (city_id, on_day, order_id);
create index proposal_unjudged on auto_dispatch.proposal (city_id, proposed_at, order_id) where verdict is null;
insert into platform.partitioned values ('auto_dispatch', 'proposal', 'id', false);

-- Orders of earlier months may still wait for dispatch.
select platform.make_month(replace(right(c.relname, 7), '_', '-'))
from pg_inherits as i
join pg_class as c on c.oid = i.inhrelid
where i.inhparent = 'orders.order'::regclass;

create table auto_dispatch.trust (
  city_id smallint not null,
  matter_code text not null,
  judged bigint not null default 0,
  first_right integer not null default 0,
  sure integer not null default 0,
  sure_right integer not null default 0,
  primary key (city_id, matter_code)
);
comment on table auto_dispatch.trust is
  '准确率: of a matter''s last 500 judged orders (auto_dispatch.judged) how many kept their first lead, of how many the machine was sure, and of how many of those it named the unit they ended with. judged: all that ever were.';

create table auto_dispatch.judged (
  city_id smallint not null,
  matter_code text not null,
  slot smallint not null check (slot between 0 and 499),
  order_id uuid not null,
  first_right boolean not null,
  is_sure boolean not null,
  is_right boolean not null,
  primary key (city_id, matter_code, slot)
);
comment on table auto_dispatch.judged is 'A ring of the last 500 of each matter: the newest takes the place of the oldest.';

create table auto_dispatch.count (
  city_id smallint not null,
  on_day date not null,
  matter_code text not null,
  what text not null,
  count integer not null,
  primary key (city_id, on_day, matter_code, what)
);
comment on table auto_dispatch.count is
  'By the day an order reached the dispatch desk; verdicts are counted back to that day. what: a number of the page, or held: and the reason.';
