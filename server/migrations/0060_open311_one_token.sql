-- An order is known by one token, however often the same form was sent.
create unique index token_by_order on open311.token (city_id, order_id);
