-- A unit finds an order by what it may read of it, which is less than what the citizen said: in a secret order no number that
-- names a person, in a corrected one the text put right for units.

alter table orders.search add column unit_words tsvector;
alter table orders.search add column unit_bigrams tsvector;
comment on column orders.search.unit_words is 'What units find the order by; null where it is the same as for the centre.';
-- Nearly every order has none: these indexes stay small and cost an ordinary order nothing.
create index search_unit_words on orders.search using gin (unit_words) where unit_words is not null;
create index search_unit_bigrams on orders.search using gin (unit_bigrams) where unit_bigrams is not null;

-- Words are cut by the program, not here: until such an order is dispatched anew its units find it by its number only.
update orders.search as s
set unit_words = '', unit_bigrams = ''
from orders.order as o
where o.city_id = s.city_id
  and o.id = s.order_id
  and (o.secrecy > 0
    or exists (
      select from orders.text as t
      where t.city_id = o.city_id and t.order_id = o.id and (t.kind = 'for-units' or (t.kind = 'appeal' and t.no > 1))));
