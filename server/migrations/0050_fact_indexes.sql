-- The orders behind a rare figure are found without reading every fact of the month; issues by one row an order.

drop index indicators.fact_by_instant;
create index fact_by_instant on indicators.fact (city_id, at, order_id) include (counted, met, waits_until);
create index fact_left_out on indicators.fact (city_id, at, order_id) where left_out is not null;

-- K43 (2^38) is the one row of each order that says when it was told.
drop index indicators.fact_by_issue;
create index fact_told on indicators.fact (city_id, issue_id, at) include (order_id)
  where raw_counted & 274877906944 <> 0;
