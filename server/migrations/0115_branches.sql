-- 县区分中心 (M11): what a county adds itself stays when the city's folder is read again.

alter table organisation.unit add column added_at timestamptz;
comment on column organisation.unit.added_at is 'A county added it itself: loading the folder leaves it alone.';

comment on column dispatch.catalogue_row.mark is
  'Where the row comes from; `ruled` (the centre''s own rulings) and `county` (a county''s own) are left alone by loading the folder.';
