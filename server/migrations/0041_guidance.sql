-- 告知复核 (domain 2.12): guidance instead of refusal has a second pair of eyes, and its requester one review.

create schema guidance;

create table guidance.check (
  city_id smallint not null,
  order_id uuid not null,
  no smallint not null,
  why text not null check (why in ('sample', 'not-clear', 'complaint', 'requested')),
  state text not null check (state in ('waiting', 'upheld', 'reopened')),
  disposition_code text not null,
  given_by uuid,
  reason_no smallint,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  words_no smallint,
  decided_by uuid,
  decided_at timestamptz,
  primary key (city_id, order_id, no),
  check ((state = 'waiting') = (decided_at is null))
);
comment on table guidance.check is '告知复核: by somebody else than whoever gave the guidance. Words stand in orders.text.';
create unique index one_waiting_check on guidance.check (city_id, order_id) where state = 'waiting';
create unique index one_requested_check on guidance.check (city_id, order_id) where why = 'requested';
create index check_waiting on guidance.check (city_id, due_at, order_id) where state = 'waiting';
create index check_decided on guidance.check (city_id, decided_at desc, order_id) where state <> 'waiting';
