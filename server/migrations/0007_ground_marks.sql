-- 印记: what a start-up checks before it touches anything, and digests nobody can guess back.

alter table platform.installation
  add column city_id smallint,
  add column key_mark bytea;
comment on column platform.installation.city_id is 'The city this database serves; another one is refused.';
comment on column platform.installation.key_mark is
  'What the key file gives for a fixed word: with other keys no name opens and no number is found, so they are refused.';

alter table orders.text add column salt bytea;
comment on column orders.text.salt is
  'Goes into the digest an event names these words by, and leaves with them: a digest of erased words cannot be guessed.';
