-- 账号管理: an account may be locked or closed, see less than its roles would, have a telephone, and a first password
-- that was handed out.

alter table identity.account rename column disabled_at to locked_at;
alter table identity.account
  add column closed_at timestamptz,
  add column narrowed_to text check (narrowed_to in ('county', 'unit')),
  add column phone_enc bytea,
  add column phone_index bytea,
  add column password_from text not null default 'demo' check (password_from in ('admin', 'person', 'demo'));
alter table identity.account alter column password_from drop default;
comment on column identity.account.password_from is
  'Who chose the password: an administrator''s random one has to be changed at the first sign-in; the demo''s stand in its file.';
comment on column identity.account.phone_index is 'Keyed digest of its own purpose: never to be joined with requesters.';

create unique index account_by_phone on identity.account (city_id, phone_index) where phone_index is not null;
create index account_by_unit on identity.account (city_id, unit_code);
create index session_by_account on identity.session (city_id, account_id) where ended_at is null;
