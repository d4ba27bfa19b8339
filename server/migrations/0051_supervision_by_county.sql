-- 县区分中心督办: who gave it, where that is not the hotline centre.

alter table supervision.supervision add column given_unit text;
alter table supervision.supervision add column given_path text;
comment on column supervision.supervision.given_path is
  '督办单位: the county sub-centre that urged or supervised below itself; null where it was the centre or a rule.';
