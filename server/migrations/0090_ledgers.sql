-- 由点及面: from one order to a class of places. A ledger, its sites, how they move on, what was said, which orders hang on them.

create schema ledgers;

create table ledgers.path (
  city_id smallint not null,
  code text not null,
  no smallint not null,
  definition jsonb not null,
  primary key (city_id, code)
);
comment on table ledgers.path is '推进路径 of the city''s data.';

create table ledgers.ledger (
  city_id smallint not null,
  id uuid not null,
  name text not null,
  path jsonb not null,
  words text not null,
  matter_code text not null,
  area_code text not null,
  unit_code text not null,
  plan_on date not null,
  from_order_id uuid not null,
  baseline_weeks smallint not null,
  baseline_appeals integer not null,
  baseline_repeats integer not null,
  baseline_cut boolean not null,
  last_no integer not null,
  founded_by uuid,
  founded_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  closed_words text,
  primary key (city_id, id),
  check ((closed_at is null) = (closed_words is null))
);
comment on table ledgers.ledger is '整治台账.';
comment on column ledgers.ledger.path is 'As it was when the ledger was founded.';
comment on column ledgers.ledger.last_no is '点位序号 given last; the row is held while one is given.';
comment on column ledgers.ledger.baseline_cut is 'There were more appeals than were counted.';
create index ledger_open on ledgers.ledger (city_id, id) where closed_at is null;

create table ledgers.site (
  city_id smallint not null,
  id uuid not null,
  ledger_id uuid not null,
  no integer not null,
  address text not null,
  address_key text not null,
  area_code text not null,
  lng double precision,
  lat double precision,
  building text not null,
  contact_enc bytea,
  kind text not null,
  size_m2 double precision,
  legal_state text not null,
  measure text not null,
  unit_code text not null,
  unit_path text not null,
  plan_on date,
  source text not null check (source in ('order', 'import', 'typed')),
  state text not null,
  state_since timestamptz not null,
  added_by uuid,
  added_at timestamptz not null,
  ended_at timestamptz,
  written_off_by uuid,
  written_off_reason text,
  primary key (city_id, id),
  check ((lng is null) = (lat is null)),
  check (written_off_reason is null or ended_at is not null)
);
comment on table ledgers.site is '点位: one place of a ledger.';
comment on column ledgers.site.contact_enc is 'Whose it is, encrypted; read with a purpose, see ledgers.look.';
comment on column ledgers.site.address_key is 'The address without blanks and marks: one a ledger.';
create unique index site_by_no on ledgers.site (city_id, ledger_id, no);
create unique index site_by_address on ledgers.site (city_id, ledger_id, address_key);
create index site_by_unit on ledgers.site (city_id, unit_path text_pattern_ops, ledger_id);

create table ledgers.move (
  city_id smallint not null,
  site_id uuid not null,
  no smallint not null,
  ledger_id uuid not null,
  from_state text not null,
  to_state text not null,
  words text not null,
  file_ids uuid[] not null,
  visit_id uuid,
  moved_by uuid,
  unit_code text,
  moved_at timestamptz not null,
  primary key (city_id, site_id, no)
);
comment on table ledgers.move is '推进记录; any past week is counted from it.';
create index move_of_ledger on ledgers.move (city_id, ledger_id, moved_at);

create table ledgers.talk (
  city_id smallint not null,
  site_id uuid not null,
  no smallint not null,
  kind text not null check (kind in ('talk', 'mediation')),
  who text not null,
  talked_on date not null,
  said text not null,
  next_step text not null,
  written_by uuid,
  written_at timestamptz not null,
  primary key (city_id, site_id, no)
);
comment on table ledgers.talk is '沟通记录: who by post, never by name.';

create table ledgers.link (
  city_id smallint not null,
  site_id uuid not null,
  order_id uuid not null,
  from_at timestamptz not null,
  ledger_id uuid not null,
  linked_by uuid,
  to_at timestamptz,
  unlinked_by uuid,
  told_at timestamptz,
  primary key (city_id, site_id, order_id, from_at)
);
comment on table ledgers.link is '挂接: which orders are about a site, from and to.';
comment on column ledgers.link.told_at is 'Its requester was told that it is cleared; of one ledger once.';
create index link_by_order on ledgers.link (city_id, order_id);
create index link_of_ledger on ledgers.link (city_id, ledger_id);

create table ledgers.look (
  city_id smallint not null,
  id uuid not null,
  site_id uuid not null,
  account_id uuid,
  unit_code text,
  purpose text not null,
  at timestamptz not null,
  primary key (city_id, id)
);
comment on table ledgers.look is '查看联系人: who looked at whose site it is, and what for.';
create index look_by_site on ledgers.look (city_id, site_id);

alter table files.file drop constraint file_holder_kind_check;
alter table files.file add constraint file_holder_kind_check
  check (holder_kind in ('letter', 'task', 'visit', 'site'));

alter table letters.letter drop constraint letter_concern_kind_check;
alter table letters.letter add constraint letter_concern_kind_check
  check (concern_kind in ('order', 'issue', 'warning', 'watch', 'site'));
