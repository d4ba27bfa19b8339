-- 外发: what leaves the centre without personal data, checked by a second person.

create schema release;

create table release.release (
  city_id smallint not null,
  id uuid not null,
  state text not null default 'redacting' check (state in ('redacting', 'checking', 'ready')),
  purpose text not null,
  recipient text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  order_ids uuid[] not null,
  expires_at timestamptz,
  primary key (city_id, id),
  check ((state = 'ready') = (expires_at is not null))
);
comment on column release.release.order_ids is 'In the order they are numbered in the file: outside nobody reads order numbers.';

create table release.text (
  city_id smallint not null,
  release_id uuid not null,
  no integer not null,
  line integer not null,
  part text not null check (part in ('title', 'content', 'demand', 'reply')),
  order_id uuid not null,
  text_no integer not null,
  length integer not null,
  doubt real not null,
  removals jsonb not null,
  checked jsonb,
  put_back_as text check (put_back_as in ('no-person', 'public-place', 'office', 'other-number')),
  checked_by uuid,
  checked_at timestamptz,
  primary key (city_id, release_id, no),
  check ((checked is null) = (checked_by is null))
);
comment on table release.text is 'Places of what is taken out of a text, never its words: they stand in orders.text alone, so that an erasure reaches them.';
comment on column release.text.length is 'Of the text when it was read; another length means other words, and they do not leave.';
comment on column release.text.doubt is 'How near some stretch came to being taken for a name or not, 0 to 1: high ones are checked first.';
create index text_to_check on release.text (city_id, release_id, doubt desc, no) where checked is null;
