-- 公文函件: one letter from its draft to the last unit's answer.

create schema letters;

create table letters.template (
  city_id smallint not null,
  code text not null,
  no smallint not null,
  definition jsonb not null,
  primary key (city_id, code)
);

create table letters.letter (
  city_id smallint not null,
  id uuid not null,
  template text not null,
  kind text not null check (kind in
    ('supervision', 'reminder', 'work-reminder', 'transfer', 'leaders-note', 'minutes')),
  title text not null,
  body text[] not null,
  organ text not null,
  red_head boolean not null,
  number_form text not null,
  reply_limit jsonb,
  state text not null check (state in
    ('draft', 'approved', 'sent', 'signed', 'answered', 'withdrawn')),
  concern_kind text check (concern_kind in ('order', 'issue', 'warning')),
  concern_id uuid,
  corrects_id uuid,
  drafted_by uuid,
  drafted_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  letter_no text,
  year smallint,
  number integer,
  digest bytea,
  sent_at timestamptz,
  due_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  primary key (city_id, id),
  check ((concern_kind is null) = (concern_id is null)),
  check ((number is null) = (digest is null)),
  check ((state = 'withdrawn') = (withdrawn_reason is not null))
);
comment on table letters.letter is '函件. Its text is copied from the template, because a template may change.';
comment on column letters.letter.number is
  '序号 by kind and year, given with the approval, never twice. A letter withdrawn afterwards keeps it and says why.';
comment on column letters.letter.digest is 'SHA-256 over the text as it was approved; the event of the approval carries it too.';
create unique index letter_by_number on letters.letter (city_id, kind, year, number) where number is not null;
create index letter_open on letters.letter (city_id, id)
  where state in ('draft', 'approved', 'sent', 'signed');
create index letter_by_concern on letters.letter (city_id, concern_id, id) where concern_id is not null;
create index letter_correcting on letters.letter (city_id, corrects_id) where corrects_id is not null;

create table letters.serial (
  city_id smallint not null,
  kind text not null,
  year smallint not null,
  last integer not null,
  primary key (city_id, kind, year)
);

create table letters.receipt (
  city_id smallint not null,
  letter_id uuid not null,
  unit_code text not null,
  unit_path text not null,
  no smallint not null,
  state text not null default 'unsigned' check (state in
    ('unsigned', 'to-answer', 'to-review', 'sent-back', 'over')),
  sent_at timestamptz,
  signed_by uuid,
  signed_at timestamptz,
  due_at timestamptz,
  late_at timestamptz,
  primary key (city_id, letter_id, unit_code)
);
comment on table letters.receipt is '主送单位, with sent_at once the letter has left.';
comment on column letters.receipt.late_at is 'Since when its limit was missed; stays, whatever is answered later.';
create index receipt_by_unit on letters.receipt (city_id, unit_code, letter_id) where sent_at is not null;
create index receipt_unsigned on letters.receipt (city_id, unit_code)
  where sent_at is not null and state = 'unsigned';

create table letters.answer (
  city_id smallint not null,
  letter_id uuid not null,
  unit_code text not null,
  no smallint not null,
  content text not null,
  file_ids uuid[] not null,
  answered_by uuid,
  answered_at timestamptz not null,
  accepted boolean,
  reason text,
  judged_by uuid,
  judged_at timestamptz,
  primary key (city_id, letter_id, unit_code, no),
  check ((accepted is null) = (judged_at is null))
);

-- An upload belongs to an order, or to something else that holds files.
alter table files.file add column holder_kind text check (holder_kind in ('letter', 'task'));
alter table files.file add column holder_id uuid;
alter table files.file add check ((holder_kind is null) = (holder_id is null));
alter table files.file add check (holder_id is null or order_id is null);
create index file_by_holder on files.file (city_id, holder_id) where holder_id is not null;
