-- 外发: taken back with a reason, and a text known again by its digest: other words of the same length do not leave.

alter table release.release drop constraint release_state_check;
alter table release.release add constraint release_state_check
  check (state in ('redacting', 'checking', 'ready', 'withdrawn'));
alter table release.release add column withdrawn_by uuid;
alter table release.release add column withdrawn_at timestamptz;
alter table release.release add column withdrawn_why text;
alter table release.release add constraint release_withdrawn_check
  check ((state = 'withdrawn') = (withdrawn_by is not null and withdrawn_at is not null and withdrawn_why is not null));

alter table release.text add column digest bytea not null default '';
alter table release.text alter column digest drop default;
comment on column release.text.digest is
  'Keyed, of the words as they were read; other words do not leave. Empty: read before this column stood, or found changed when it was checked.';
comment on column release.text.length is 'Of the text when it was read: what may be marked in it.';
