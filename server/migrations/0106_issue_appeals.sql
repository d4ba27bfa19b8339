-- 事项的诉求数: orders nobody asked for (主动工单) are no appeals, and are counted beside them.

alter table issues.issue add column proactive integer not null default 0;
comment on column issues.issue.appeals is '诉求件数: orders somebody asked for.';
comment on column issues.issue.proactive is '主动工单件数: orders nobody asked for; with the appeals they are all its orders.';

update issues.issue as i
set appeals = i.appeals - p.many, proactive = p.many
from (
  select o.city_id, o.issue_id, count(*)::integer as many
  from foresight.proactive as f
  join orders.order as o on o.city_id = f.city_id and o.id = f.order_id
  group by o.city_id, o.issue_id
) as p
where i.city_id = p.city_id and i.id = p.issue_id;
