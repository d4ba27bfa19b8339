-- The ground every module stands on: one event log, its outbox, alarms, replayed requests, audit.
-- No statement of ours asks the database for the time: every instant comes from the caller's clock.

create schema if not exists platform;

create table platform.installation (
  only_row boolean primary key default true check (only_row),
  clock text not null check (clock in ('system', 'virtual')),
  clock_at timestamptz
);
comment on table platform.installation is
  'Which clock this database lives by; a virtual clock resumes at clock_at. The two never mix in one database.';

-- Months ------------------------------------------------------------------------------------------

create table platform.partitioned (
  schema_name text not null,
  table_name text not null,
  split_by text not null check (split_by in ('id', 'instant')),
  insert_only boolean not null default false,
  primary key (schema_name, table_name)
);
comment on table platform.partitioned is
  'Every table split by month; a migration that makes one adds a row here. split_by id: range over a UUIDv7.';

create function platform.first_id(instant timestamptz) returns uuid
  language sql immutable
  return (lpad(to_hex((extract(epoch from instant) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;
comment on function platform.first_id is 'The smallest UUIDv7 of an instant: the bound between two months of ids.';

create function platform.refuse_change() returns trigger
  language plpgsql
as $$
begin
  raise exception '% is insert-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create function platform.make_month(month text) returns integer
  language plpgsql
as $$
declare
  month_start timestamptz := (month || '-01 00:00:00+00')::timestamptz;
  month_end timestamptz := ((month || '-01')::date + interval '1 month') at time zone 'UTC';
  parent record;
  part text;
  made integer := 0;
begin
  -- Two processes that need the same month: the second waits, then finds it made.
  perform pg_advisory_xact_lock(hashtext('platform.make_month'));
  for parent in select * from platform.partitioned order by schema_name, table_name loop
    part := parent.table_name || '_' || replace(month, '-', '_');
    continue when to_regclass(format('%I.%I', parent.schema_name, part)) is not null;
    -- Made apart and then attached: attaching lets writers of other months go on, creating in place does not.
    execute format(
      'create table %1$I.%2$I (like %1$I.%3$I including defaults including constraints including generated including storage)',
      parent.schema_name, part, parent.table_name);
    execute format(
      'alter table %1$I.%3$I attach partition %1$I.%2$I for values from (%4$L) to (%5$L)',
      parent.schema_name, part, parent.table_name,
      case parent.split_by when 'id' then platform.first_id(month_start)::text else month_start::text end,
      case parent.split_by when 'id' then platform.first_id(month_end)::text else month_end::text end);
    if parent.insert_only then
      -- Row triggers follow from the parent, statement triggers do not.
      execute format(
        'create trigger no_truncate before truncate on %I.%I execute function platform.refuse_change()',
        parent.schema_name, part);
    end if;
    made := made + 1;
  end loop;
  return made;
end
$$;
comment on function platform.make_month is 'Makes the partitions of one UTC month (''YYYY-MM'') for every table of platform.partitioned.';

-- Events ------------------------------------------------------------------------------------------

create table platform.event (
  city_id smallint not null,
  subject_id uuid not null,
  seq integer not null check (seq > 0),
  subject_kind text not null,
  at timestamptz not null,
  type text not null,
  actor_kind text not null,
  actor_id uuid,
  unit_code text,
  data jsonb not null,
  prev_hash bytea,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (city_id, subject_id, seq),
  check ((seq = 1) = (prev_hash is null))
) partition by range (subject_id);
comment on table platform.event is
  'What happened, for ever: one hash chain per subject. Ids, codes and digests only, never a name, phone, address or a citizen''s words.';
comment on column platform.event.hash is 'SHA-256 of prev_hash followed by the canonical JSON of the other columns.';

create trigger no_change before update or delete on platform.event
  for each row execute function platform.refuse_change();
create trigger no_truncate before truncate on platform.event
  execute function platform.refuse_change();
revoke update, delete, truncate on platform.event from public;
insert into platform.partitioned values ('platform', 'event', 'id', true);

create table platform.outbox (
  position bigint generated always as identity primary key,
  city_id smallint not null,
  at timestamptz not null,
  events jsonb not null,
  topics text[] not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
comment on table platform.outbox is
  'One row per transaction that told something; taken (deleted) by the ticker in the transaction that hands it on. '
  'A row is seen only when committed and leaves only when delivered, so no open transaction can be skipped.';

-- Alarms ------------------------------------------------------------------------------------------

create table platform.alarm (
  city_id smallint not null,
  key text not null,
  at timestamptz not null,
  job text not null,
  payload jsonb not null,
  primary key (city_id, key)
) with (autovacuum_vacuum_scale_factor = 0.02);
create index alarm_at on platform.alarm (at, key);
comment on table platform.alarm is 'Work that falls due; the same key replaces, so that moving a deadline moves its reminder.';

-- Requests ----------------------------------------------------------------------------------------

create table platform.idempotency (
  city_id smallint not null,
  scope text not null,
  key text not null,
  request_hash bytea not null,
  reply bytea not null,
  at timestamptz not null,
  primary key (city_id, scope, key)
);
create index idempotency_at on platform.idempotency (at);
comment on column platform.idempotency.reply is 'Encrypted: a reply may hold a query code or a person''s data. Rows leave after a day.';

create table platform.audit_line (
  city_id smallint not null,
  at timestamptz not null,
  id uuid not null,
  word text not null,
  method text not null,
  path text not null,
  actor_kind text not null,
  actor_id uuid,
  unit_code text,
  facts jsonb not null,
  refusal text,
  primary key (city_id, at, id)
) partition by range (at);
comment on table platform.audit_line is
  'Who asked for what, with which ids, and whether it was refused. path is the pattern of the route, never the URL.';
create index audit_line_by_actor on platform.audit_line (city_id, actor_id, at);
create trigger no_change before update or delete on platform.audit_line
  for each row execute function platform.refuse_change();
create trigger no_truncate before truncate on platform.audit_line
  execute function platform.refuse_change();
revoke update, delete, truncate on platform.audit_line from public;
insert into platform.partitioned values ('platform', 'audit_line', 'instant', true);
