-- Spine: the order and the issue it belongs to.

create schema orders;
create schema issues;

create sequence orders.order_serial increment by 100;
comment on sequence orders.order_serial is 'Numbers are taken a hundred at a time, so that no order waits for one; gaps are allowed.';

create table orders.order (
  city_id smallint not null,
  id uuid not null,
  order_no text not null,
  status text not null check (status in
    ('to-accept', 'to-dispatch', 'in-progress', 'need-info', 'reply-review', 'call-back', 'closed', 'archived',
     'answered', 'disposed', 'transferred', 'withdrawn')),
  status_since timestamptz not null,
  issue_id uuid not null,
  type text not null,
  matter_code text not null,
  area_code text not null,
  urgency text not null check (urgency in ('U1', 'U2', 'U3', 'U4')),
  secrecy smallint not null check (secrecy between 0 and 3),
  channel text not null,
  accepted_at timestamptz not null,
  accepted_by uuid,
  accepted_by_rule boolean not null default false,
  to_check boolean not null default false,
  call_id uuid,
  dialled_line text,
  result text,
  disposition_code text,
  knowledge_code text,
  needs_reply boolean not null,
  needs_call_back boolean not null,
  limit_class text,
  limit_version text,
  lead_unit text,
  lead_path text,
  due_at timestamptz,
  promise_at timestamptz,
  round smallint not null default 0,
  info_asked smallint not null default 0,
  repeat_of uuid,
  repeat_no smallint not null default 0,
  lng double precision,
  lat double precision,
  happened_at timestamptz,
  claimed_by uuid,
  claimed_until timestamptz,
  dispatched_at timestamptz,
  replied_at timestamptz,
  closed_at timestamptz,
  close_kind text,
  archived_at timestamptz,
  archive_seal bytea,
  source_ref text,
  primary key (city_id, id)
) partition by range (id);
comment on table orders.order is '工单. accepted_at: the instant the words came in; a web appeal waits from then for an agent.';
comment on column orders.order.lead_path is 'Path of the lead''s unit, kept by dispatch, so that lists need no join.';
comment on column orders.order.round is '0 for the first handling, one more for each redo (重办).';
create index order_by_no on orders.order (city_id, order_no);
create index order_open_by_status on orders.order (city_id, status, urgency, id)
  where status in ('to-accept', 'to-dispatch', 'in-progress', 'need-info', 'reply-review', 'call-back');
create index order_to_check on orders.order (city_id, id) where to_check;
create index order_due on orders.order (city_id, due_at, id) where status in ('in-progress', 'need-info');
create index order_closed on orders.order (city_id, closed_at) where closed_at is not null;
create index order_by_issue on orders.order (city_id, issue_id);
create index order_by_matter on orders.order (city_id, matter_code, id);
create index order_by_source on orders.order (city_id, source_ref) where source_ref is not null;
insert into platform.partitioned values ('orders', 'order', 'id', false);

create table orders.text (
  city_id smallint not null,
  order_id uuid not null,
  no smallint not null,
  kind text not null check (kind in
    ('appeal', 'for-units', 'supplement', 'note', 'answer', 'dispatch-note', 'reply', 'question', 'reason', 'call-back')),
  title text not null default '',
  content text not null,
  demand text not null default '',
  address text not null default '',
  subject_name text not null default '',
  fields jsonb not null default '{}',
  by_account uuid,
  by_unit text,
  at timestamptz not null,
  primary key (city_id, order_id, no)
) partition by range (order_id);
comment on table orders.text is
  'Every word a person wrote about an order. Events name a text by its number and digest, so that words can be erased and the chain still verifies.';
insert into platform.partitioned values ('orders', 'text', 'id', false);

create table orders.search (
  city_id smallint not null,
  order_id uuid not null,
  words tsvector not null,
  bigrams tsvector not null,
  primary key (city_id, order_id)
) partition by range (order_id);
create index search_words on orders.search using gin (words);
create index search_bigrams on orders.search using gin (bigrams);
insert into platform.partitioned values ('orders', 'search', 'id', false);

create table issues.issue (
  city_id smallint not null,
  id uuid not null,
  matter_code text not null,
  area_code text not null,
  opened_at timestamptz not null,
  appeals integer not null default 1,
  primary key (city_id, id)
) partition by range (id);
comment on table issues.issue is '事项: the real thing in the world behind one or many orders; the link itself is orders.order.issue_id.';
insert into platform.partitioned values ('issues', 'issue', 'id', false);
