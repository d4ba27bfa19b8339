-- 上行短信: what came back to the hotline's SMS number, and what became of it.

create table notices.incoming (
  city_id smallint not null,
  id uuid not null,
  at timestamptz not null,
  order_id uuid,
  from_index bytea,
  text_enc bytea,
  outcome text not null
    check (outcome in ('rated', 'unclear', 'not-rateable', 'already-rated', 'no-order')),
  primary key (city_id, id)
) partition by range (id);
comment on table notices.incoming is
  '上行短信: no number is kept but its digest, which counts the answers sent back; without an order no words are kept either.';
create index incoming_by_order on notices.incoming (city_id, order_id) where order_id is not null;
create index incoming_by_number on notices.incoming (city_id, from_index, at) where from_index is not null;
insert into platform.partitioned values ('notices', 'incoming', 'id', false);
