-- 模型页: a broad number (all that was right in eight weeks) is found from the newest orders downwards, not from all it counts.

create index suggestion_of_order on learning.suggestion (city_id, order_id, kind);
