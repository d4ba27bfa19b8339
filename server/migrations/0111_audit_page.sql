-- 审计查询: an order, an account, an action are found in a month of lines without reading all of them.
create index audit_line_by_order on platform.audit_line (city_id, (facts ->> 'orderId'), at)
  where facts ? 'orderId';
create index audit_line_by_account on platform.audit_line (city_id, (facts ->> 'accountId'), at)
  where facts ? 'accountId';
create index audit_line_by_word on platform.audit_line (city_id, word, at);
