-- What is kept beside an order is found by the order: its words leave with those of the order itself.
drop index campaigns.link_of_order;
create index link_of_order on campaigns.link (city_id, order_id);
create index feedback_of_order on clues.feedback (city_id, order_id);
create index promise_of_order on media.promise (city_id, order_id);
create index day_call_of_order on media.day_call (city_id, order_id);
create index ruling_of_order on nodes.ruling (city_id, order_id);
