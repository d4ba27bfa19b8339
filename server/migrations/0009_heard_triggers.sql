-- 险情: the order keeps the triggers heard in its words, and with them the linkage they demand.

alter table orders.order add column triggers text[] not null default '{}';
comment on column orders.order.triggers is
  '紧急触发词 by code, as they were heard when the words came in; what they demand is asked of the city''s data at dispatch.';
