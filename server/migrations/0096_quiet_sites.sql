-- 静音点位: places that are to be quiet in some hours, such as those of an examination.

create table matters.quiet (
  city_id smallint not null,
  owner_id uuid not null,
  sites jsonb not null,
  hours jsonb not null,
  primary key (city_id, owner_id)
);
comment on column matters.quiet.owner_id is 'The key date they belong to.';
comment on column matters.quiet.sites is 'name, lng, lat, radius in metres.';
