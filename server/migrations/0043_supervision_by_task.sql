-- 督办 by a leader's note or a site visit: the task or the visit it was given with.

alter table supervision.supervision add column task_id uuid;
alter table supervision.supervision add column visit_id uuid;
create index supervision_by_task on supervision.supervision (city_id, task_id)
  where task_id is not null;
