-- What staff read about an order in their inbox leaves when the order is destroyed (domain 1.7), and is found by it.
create index posting_by_order on notices.posting (city_id, order_id) where order_id is not null;
