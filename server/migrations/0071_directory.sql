-- 统一身份: accounts that are signed in with from outside, and what the comparisons with a directory did.

alter table identity.account drop constraint account_password_from_check;
alter table identity.account add constraint account_password_from_check
  check (password_from in ('admin', 'person', 'demo', 'nobody'));
comment on column identity.account.password_from is
  'Who chose the password: an administrator''s random one has to be changed at the first sign-in; the demo''s stand in its file; nobody''s is known to nobody.';

create schema directory;

create table directory.person (
  city_id smallint not null,
  id uuid not null,
  source text not null check (source in ('oidc', 'ldap')),
  login text not null,
  subject text,
  account_id uuid not null,
  is_made boolean not null,
  linked_at timestamptz not null,
  seen_at timestamptz,
  gone_at timestamptz,
  primary key (city_id, id),
  unique (city_id, source, account_id),
  foreign key (city_id, account_id) references identity.account (city_id, id)
);
comment on table directory.person is '统一身份关联: whom a directory outside knows, and with which account they work here.';
comment on column directory.person.login is 'As the directory writes it, in small letters.';
comment on column directory.person.subject is 'The directory''s own id; null until it was met the first time.';
comment on column directory.person.is_made is 'The account was made from the directory, whose groups say what it may do.';
comment on column directory.person.gone_at is 'Since when a comparison misses it; its account was locked then.';
create unique index person_by_subject on directory.person (city_id, source, subject) where subject is not null;
-- A login may be given to somebody else once its first holder is gone: only who was never met is found by it.
create unique index person_by_login on directory.person (city_id, source, login) where subject is null;

create table directory.comparison (
  city_id smallint not null,
  id uuid not null,
  at timestamptz not null,
  seen integer not null,
  made integer not null,
  changed integer not null,
  shut integer not null,
  reopened integer not null,
  refused jsonb not null,
  refused_count integer not null,
  fault text,
  primary key (city_id, id)
);
comment on table directory.comparison is '目录比对: what one comparison did, the refused by login and sentence, fifty at most.';
