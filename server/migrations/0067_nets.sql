-- 多网融合: which net a peer belongs to, what people decided of its codes, and the call a transfer came with.

alter table exchange.peer add column net text;
alter table exchange.peer add column unit_code text;
comment on column exchange.peer.net is '对接的网 (nets.tsv): whose codes it speaks; null: those of the protocol.';
comment on column exchange.peer.unit_code is 'The unit whose own system it is: a county platform.';

create table exchange.code_mapping (
  city_id smallint not null,
  id uuid not null,
  net text not null,
  kind text not null check (kind in ('type', 'matter', 'area', 'unit', 'reason')),
  theirs text not null,
  ours text not null,
  at timestamptz not null,
  decided_by uuid,
  message_id uuid,
  primary key (city_id, id)
);
comment on table exchange.code_mapping is '补充的代码对照: a decision each, over the rows of the city''s files; the latest of a code stands.';
comment on column exchange.code_mapping.message_id is 'The dead letter at which it was decided.';
create index code_mapping_of_net on exchange.code_mapping (city_id, net, id);

create table exchange.unmapped (
  city_id smallint not null,
  net text not null,
  kind text not null check (kind in ('type', 'matter', 'area', 'unit', 'reason')),
  theirs text not null,
  at timestamptz not null,
  primary key (city_id, net, kind, theirs)
);
comment on table exchange.unmapped is '待对照的代码: what a net said and nothing here is called by; since when. Gone once somebody maps it.';

alter table linkage.record add column call_ref text;
comment on column linkage.record.call_ref is 'The other line''s own mark of the call, by which both recordings are found.';

alter table matters.rule drop constraint rule_kind_check;
alter table matters.rule add constraint rule_kind_check check (kind in
  ('limit', 'limit-rule', 'statutory-limit', 'centre-limit', 'serious', 'linkage-to-110', 'linkage-from-110',
    'linkage-basis', 'net', 'code-map', 'trigger', 'calm-words', 'danger-kind', 'danger-words', 'danger-examples',
    'everyday-words', 'disposition', 'question', 'reply-form'));
