-- Ground: who, where, when, by which rules. Rows of a city's data, replaced by loading its folder again.

create schema identity;
create schema organisation;
create schema calendar;
create schema matters;
create schema requesters;
create schema files;
create schema knowledge;
create schema notices;

-- organisation -------------------------------------------------------------------------------------

create table organisation.city (
  city_id smallint primary key,
  code text not null,
  name text not null,
  facts jsonb not null,
  data_digest text not null,
  is_demo boolean not null,
  version integer not null default 1,
  subject_id uuid not null
);
comment on column organisation.city.subject_id is 'The subject under which changes of the city''s data are told.';
comment on column organisation.city.version is 'Raised by every change of the city''s data; processes that keep rows in memory read them again.';

create table organisation.area (
  city_id smallint not null,
  code text not null,
  parent text,
  name text not null,
  full_name text not null,
  level text not null check (level in ('city', 'county', 'town', 'village')),
  lng double precision,
  lat double precision,
  primary key (city_id, code)
);
create index area_by_parent on organisation.area (city_id, parent);

create table organisation.alias (
  city_id smallint not null,
  alias text not null,
  area text not null,
  kind text not null,
  unit_code text,
  primary key (city_id, alias, area)
);

create table organisation.unit (
  city_id smallint not null,
  code text not null,
  name text not null,
  short text not null,
  kind text not null,
  parent text,
  line_parent text,
  path text not null,
  area text not null,
  takes_orders boolean not null,
  valid_from date,
  valid_to date,
  primary key (city_id, code)
);
comment on table organisation.unit is 'Units on two axes: parent by area (块), line_parent by department (条).';
comment on column organisation.unit.path is 'Codes from the root joined by slashes; a unit''s subtree is a prefix.';
create index unit_by_path on organisation.unit (city_id, path text_pattern_ops);

create table organisation.duty (
  city_id smallint not null,
  unit_code text not null,
  weekdays smallint[] not null,
  from_time text not null,
  to_time text not null,
  position smallint not null,
  title text not null,
  phone_enc bytea not null,
  primary key (city_id, unit_code, from_time, position, weekdays)
);
comment on table organisation.duty is '值班表: who is rung, in order of position. The number is encrypted.';

create table organisation.line (
  city_id smallint not null,
  number text not null,
  name text not null,
  owner text not null,
  mode text not null check (mode in ('whole', 'dual', 'branch')),
  since date,
  status text not null,
  mark text not null,
  primary key (city_id, number)
);
comment on table organisation.line is '归并热线台账.';

-- identity -----------------------------------------------------------------------------------------

create table identity.account (
  city_id smallint not null,
  id uuid not null,
  login text not null,
  name text not null,
  password_hash text not null,
  unit_code text,
  roles text[] not null,
  is_outsourced boolean not null default false,
  disabled_at timestamptz,
  primary key (city_id, id),
  unique (city_id, login),
  -- 66号文(三): 主体业务不得外包.
  constraint outsourced_roles check (not is_outsourced or roles <@ array['agent', 'call-back-agent'])
);

create table identity.session (
  token_hash bytea primary key,
  city_id smallint not null,
  account_id uuid,
  kind text not null check (kind in ('staff', 'link', 'machine')),
  order_id uuid,
  assignment_id uuid,
  unit_code text,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
comment on table identity.session is 'Opaque tokens by their SHA-256; kind link: a front-line worker''s session for one duty.';

create table identity.sign_in_failure (
  city_id smallint not null,
  scope text not null,
  key_hash bytea not null,
  at timestamptz not null,
  id uuid not null,
  primary key (city_id, scope, key_hash, at, id)
);
comment on table identity.sign_in_failure is 'Wrong passwords, query codes and link codes, counted to slow guessing down.';

create table identity.one_time_link (
  city_id smallint not null,
  token_hash bytea not null,
  code_hash bytea not null,
  purpose text not null check (purpose in ('front-line', 'rate')),
  order_id uuid not null,
  assignment_id uuid,
  unit_code text,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  wrong_codes smallint not null default 0,
  primary key (city_id, token_hash)
);

-- calendar -----------------------------------------------------------------------------------------

create table calendar.day (
  city_id smallint not null,
  on_day date not null,
  kind text not null check (kind in ('off', 'work')),
  name text not null,
  source text not null,
  primary key (city_id, on_day)
);

create table calendar.office_hours (
  city_id smallint not null,
  valid_from date not null,
  no smallint not null,
  definition jsonb not null,
  primary key (city_id, valid_from, no)
);

-- matters ------------------------------------------------------------------------------------------

create table matters.matter (
  city_id smallint not null,
  code text not null check (code ~ '^\d{6}$'),
  l1 text not null,
  l2 text not null,
  leaf text not null,
  type text not null,
  urgency text not null,
  limit_class text not null,
  grassroots boolean not null,
  valid_from date,
  valid_to date,
  successor text,
  primary key (city_id, code)
);

create table matters.field (
  city_id smallint not null,
  prefix text not null,
  code text not null,
  no smallint not null,
  definition jsonb not null,
  retired boolean not null default false,
  edited_at timestamptz,
  primary key (city_id, prefix, code)
);
comment on column matters.field.edited_at is 'Changed by a person since it was loaded: loading the folder again leaves it alone.';
comment on table matters.field is 'A matter''s own fields; prefixes inherit down the tree. Retired, never deleted: old orders stay readable.';

create table matters.rule (
  city_id smallint not null,
  kind text not null check (kind in
    ('limit', 'limit-rule', 'statutory-limit', 'centre-limit', 'trigger', 'everyday-words', 'disposition', 'question', 'reply-form')),
  key text not null,
  no integer not null,
  definition jsonb not null,
  primary key (city_id, kind, key)
);
comment on table matters.rule is 'Rules of the city as data, each checked by the schema of its kind when loaded.';

-- requesters ---------------------------------------------------------------------------------------

create table requesters.requester (
  city_id smallint not null,
  order_id uuid not null,
  kind text not null check (kind in ('person', 'company', 'organisation')),
  name_enc bytea,
  phone_enc bytea,
  phone_index bytea,
  other_phone_enc bytea,
  identity_enc bytea,
  company_enc bytea,
  is_self boolean not null default true,
  anonymous boolean not null,
  tags text[] not null default '{}',
  language text,
  code_index bytea,
  erased_at timestamptz,
  primary key (city_id, order_id)
) partition by range (order_id);
comment on table requesters.requester is '诉求人, apart from the order and encrypted; one row per order, the person is found by phone_index (a keyed digest).';
comment on column requesters.requester.code_index is 'Keyed digest of the query code; the code itself is only ever in the requester''s hands.';
create index requester_by_phone on requesters.requester (city_id, phone_index, order_id desc) where phone_index is not null;
insert into platform.partitioned values ('requesters', 'requester', 'id', false);

create table requesters.look (
  city_id smallint not null,
  id uuid not null,
  order_id uuid not null,
  account_id uuid,
  unit_code text,
  purpose text not null,
  at timestamptz not null,
  primary key (city_id, id)
);
comment on table requesters.look is 'Every look at a requester, with its purpose.';
create index look_by_order on requesters.look (city_id, order_id, at);

-- files --------------------------------------------------------------------------------------------

create table files.file (
  city_id smallint not null,
  id uuid not null,
  order_id uuid,
  assignment_id uuid,
  unit_code text,
  purpose text not null check (purpose in ('appeal', 'arrival', 'before', 'after', 'evidence')),
  name text not null,
  mime text not null,
  bytes integer not null,
  sha256 bytea not null,
  key_index bytea,
  taken_at timestamptz,
  lng double precision,
  lat double precision,
  added_by uuid,
  added_at timestamptz not null,
  primary key (city_id, id)
) partition by range (id);
comment on column files.file.key_index is 'Keyed digest of who may put an upload to use that belongs to no order yet.';
create index file_by_order on files.file (city_id, order_id) where order_id is not null;
create index file_by_content on files.file (city_id, sha256);
insert into platform.partitioned values ('files', 'file', 'id', false);

-- knowledge ----------------------------------------------------------------------------------------

create table knowledge.entry (
  city_id smallint not null,
  code text not null,
  title text not null,
  definition jsonb not null,
  owner text not null,
  valid_from date not null,
  valid_until date not null,
  mark text not null,
  primary key (city_id, code)
);

create table knowledge.reading (
  city_id smallint not null,
  id uuid not null,
  code text not null,
  order_id uuid,
  call_id uuid,
  account_id uuid,
  at timestamptz not null,
  primary key (city_id, id)
);
comment on table knowledge.reading is 'Which answer was read to whom''s call: the answer of that day stays traceable by entry and time.';

-- notices ------------------------------------------------------------------------------------------

create table notices.template (
  city_id smallint not null,
  key text not null,
  words text not null,
  primary key (city_id, key)
);

create table notices.message (
  city_id smallint not null,
  id uuid not null,
  channel text not null check (channel in ('sms', 'call')),
  template text not null,
  order_id uuid,
  assignment_id uuid,
  unit_code text,
  to_enc bytea not null,
  text_enc bytea not null,
  made_at timestamptz not null,
  not_before timestamptz not null,
  sent_at timestamptz,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  primary key (city_id, id)
) partition by range (id);
create index message_by_order on notices.message (city_id, order_id) where order_id is not null;
insert into platform.partitioned values ('notices', 'message', 'id', false);
