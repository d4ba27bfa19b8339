-- The id of a person is a word of whoever issued it: another provider may give the same to somebody else.
alter table directory.person add column issuer text not null default '';
comment on column directory.person.issuer is
  'Whose id `subject` is, of OpenID Connect; empty: of the one directory, or met before issuers were kept.';
drop index directory.person_by_subject;
create unique index person_by_subject on directory.person (city_id, source, subject, issuer) where subject is not null;
