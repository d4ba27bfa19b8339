-- 授权复核: what an administrator grants and a security administrator has not confirmed yet (decision 0021).

create table identity.rights_ask (
  city_id smallint not null,
  id uuid not null,
  account_id uuid not null,
  roles text[] not null,
  narrowed_to text check (narrowed_to in ('county', 'unit')),
  is_outsourced boolean not null,
  unit_code text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  outcome text check (outcome in ('confirmed', 'refused', 'replaced')),
  reason text,
  primary key (city_id, id),
  foreign key (city_id, account_id) references identity.account (city_id, id),
  check ((decided_at is null) = (outcome is null)),
  -- Nobody confirms what they asked for, nor rights of their own.
  constraint second_person check (outcome <> 'confirmed' or (decided_by <> asked_by and decided_by <> account_id))
);
comment on table identity.rights_ask is 'Rights of an account as asked for; they are in force once confirmed. A later ask replaces an open one.';
create unique index one_open_ask on identity.rights_ask (city_id, account_id) where decided_at is null;
