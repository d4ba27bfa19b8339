-- 重复退单: asked again for the same reason on the same basis, after it had been rejected (domain 2.6.7).

alter table disputes.return add column repeats_no smallint;
comment on column disputes.return.repeats_no is
  '重复退单: the rejected request of the same unit, reason and basis that this one only said again; set as it is rejected too.';
create index repeated_return on disputes.return (city_id, ruled_at, order_id) where repeats_no is not null;

update disputes.return as r
set repeats_no = e.no
from disputes.return as e
where e.city_id = r.city_id
  and e.order_id = r.order_id
  and e.no < r.no
  and e.unit_code = r.unit_code
  and e.reason = r.reason
  and e.state = 'rejected'
  and r.state = 'rejected'
  and regexp_replace(e.basis, '[[:space:][:punct:]]', '', 'g') = regexp_replace(r.basis, '[[:space:][:punct:]]', '', 'g');
