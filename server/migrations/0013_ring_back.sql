-- 漏接回拨 (国办函〔2025〕66号(四)): calls we make, and which missed calls nobody has returned yet.

alter table telephony.call drop constraint call_state_check;
-- A month made apart and attached keeps the check as its own.
do $$
declare
  month regclass;
begin
  for month in select inhrelid::regclass from pg_inherits where inhparent = 'telephony.call'::regclass loop
    execute format('alter table %s drop constraint if exists call_state_check', month);
  end loop;
end
$$;
alter table telephony.call
  add constraint call_state_check check (state in
    ('ringing', 'dialling', 'answered', 'ended', 'abandoned', 'missed', 'unreached')),
  add column direction text not null default 'in' check (direction in ('in', 'out')),
  add column cause text check (cause in ('no-answer', 'busy', 'refused', 'unreachable', 'cancelled')),
  add column returned_at timestamptz,
  add column returned_how text check (returned_how in
    ('reached', 'rang-again', 'otherwise', 'given-up', 'not-needed'));
comment on column telephony.call.cause is 'Why a call we made was not answered.';
comment on column telephony.call.returned_at is
  'When a missed or abandoned call left the list of those to ring back, and how: all open ones of a number together.';

create index call_to_return on telephony.call (city_id, id)
  where state in ('abandoned', 'missed') and returned_at is null and number_index is not null;
create index call_on_line on telephony.call (city_id, agent) where state in ('dialling', 'answered');
