-- A message is sent outside any transaction: who sends it claims it first, for as long as that may take.
alter table exchange.pending add column claimed_until timestamptz;
comment on column exchange.pending.claimed_until is '发送中: until then nobody else sends it; whoever died with it is not waited for longer.';
