-- 二次验证、登录会话、三员分立: a second factor, sessions one can see and end, three people who are never one account.

create table identity.second_factor (
  city_id smallint not null,
  account_id uuid not null,
  secret_enc bytea not null,
  begun_at timestamptz not null,
  bound_at timestamptz,
  last_step integer,
  primary key (city_id, account_id),
  foreign key (city_id, account_id) references identity.account (city_id, id)
);
comment on table identity.second_factor is '验证器 (TOTP, RFC 6238) of an account; bound once its first code was given.';
comment on column identity.second_factor.last_step is 'The latest thirty seconds of which a code was taken: none of them, nor an earlier one, is taken again.';

create table identity.recovery_code (
  city_id smallint not null,
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (city_id, account_id, code_hash),
  foreign key (city_id, account_id) references identity.account (city_id, id)
);
comment on table identity.recovery_code is '恢复码: said once, kept as a keyed digest, opens once.';

create table identity.sign_in_rules (
  city_id smallint primary key,
  factor_roles text[] not null,
  confirms_grants boolean not null,
  idle_minutes integer not null check (idle_minutes between 5 and 1440),
  session_hours integer not null check (session_hours between 1 and 24),
  changed_at timestamptz not null,
  changed_by uuid not null
);
comment on table identity.sign_in_rules is 'No row: strict, unless accounts of the demo are open.';

alter table identity.session
  add column id uuid not null default gen_random_uuid(),
  add column factor_at timestamptz,
  add column used_at timestamptz,
  add column used_by text,
  add column used_from text;
alter table identity.session alter column id drop default;
comment on column identity.session.factor_at is 'When the second factor was given in it.';
comment on column identity.session.used_from is 'The network without its last part.';
create unique index session_by_id on identity.session (city_id, id);

-- 三员分立: what the program refuses as well (decision 0021).
alter table identity.account add constraint roles_apart
  check (not roles && array['security-admin', 'auditor'] or cardinality(roles) = 1);

create index account_of_demo on identity.account (city_id)
  where password_from = 'demo' and locked_at is null and closed_at is null;
