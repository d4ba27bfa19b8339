-- 死信处置: who decided that nothing comes of a message, and why.

alter table exchange.message add column settled_by uuid;
alter table exchange.message add column settled_why text;
comment on column exchange.message.settled_why is '作废的理由, by the person settled_by.';
