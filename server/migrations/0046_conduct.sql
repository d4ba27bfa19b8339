-- 扰乱行为 (domain 2.13): measures against abuse, each with a grade, grounds, an end, and a way to have it reviewed.

create schema conduct;

create table conduct.mark (
  city_id smallint not null,
  id uuid not null,
  number_index bytea not null,
  call_id uuid not null,
  grade text not null check (grade in ('misdial', 'harassment', 'malicious', 'unlawful', 'claimant')),
  grounds text not null check (grounds in
    ('silent', 'abuse', 'sexual', 'nonsense', 'occupying', 'threat', 'false-alarm', 'claims-for-gain')),
  measure text not null check (measure in
    ('script', 'label', 'quiet-24h', 'quiet-7d', 'quiet-30d', 'police-clue')),
  state text not null check (state in ('asked', 'in-force', 'refused', 'over', 'lifted')),
  words_enc bytea not null,
  asked_by uuid,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  why_enc bytea,
  until_at timestamptz,
  review_asked_at timestamptz,
  review_words_enc bytea,
  reviewed_by uuid,
  reviewed_at timestamptz,
  review_why_enc bytea,
  primary key (city_id, id),
  -- 必有期限: nothing that is in force is without an end.
  check (state <> 'in-force' or until_at is not null)
);
comment on table conduct.mark is '扰乱行为: the number stands here as a keyed digest only; words are encrypted, for they speak of a person.';
create index mark_by_number on conduct.mark (city_id, number_index, id desc);
create index mark_by_state on conduct.mark (city_id, state, id);
create index mark_in_review on conduct.mark (city_id, id)
  where review_asked_at is not null and reviewed_at is null;

alter table telephony.call add column queue text not null default 'general' check (queue in ('general', 'quiet'));
comment on column telephony.call.queue is 'quiet: rings at the shift lead alone, until the caller says or presses that it is an emergency.';

create table telephony.quieted (
  city_id smallint not null,
  number_index bytea not null,
  until_at timestamptz not null,
  primary key (city_id, number_index)
);
comment on table telephony.quieted is '分流: calls of this number wait in the quiet queue until then, never longer.';
create index quieted_over on telephony.quieted (until_at);
