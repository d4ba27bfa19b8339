-- Codes nobody mapped are paged, and may be put aside with a reason.
alter table exchange.unmapped
  add column id uuid not null default gen_random_uuid(),
  add column aside_at timestamptz,
  add column aside_by uuid,
  add column aside_why text,
  add constraint unmapped_aside_check check ((aside_at is null) = (aside_why is null));
alter table exchange.unmapped alter column id drop default;
create unique index unmapped_by_id on exchange.unmapped (city_id, id);
create index unmapped_open on exchange.unmapped (city_id, at, id) where aside_at is null;
create index unmapped_aside on exchange.unmapped (city_id, at, id) where aside_at is not null;
comment on column exchange.unmapped.aside_why is '不再对照: why somebody put it aside. Seen again it stays there; mapped it is gone.';
