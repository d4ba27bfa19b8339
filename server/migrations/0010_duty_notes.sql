-- 派单说明: every duty carries the words it came with, by number in orders.text.

alter table dispatch.assignment add column note_no smallint;
comment on column dispatch.assignment.note_no is
  'What the sender wrote for this duty: the note of its dispatch or delegation, why it was added, what a redo asks for.';

-- Duties of before: the events say which words went with which dispatch.
update dispatch.assignment as a
set note_no = (e.data ->> 'note')::smallint
from platform.event as e
where e.city_id = a.city_id and e.subject_id = a.order_id and e.type = 'dispatch.sent'
  and e.at = a.sent_at and a.parent_id is null and e.data ->> 'note' is not null;

update dispatch.assignment as a
set note_no = (e.data ->> 'text')::smallint
from platform.event as e
where e.city_id = a.city_id and e.subject_id = a.order_id and e.type = 'dispatch.delegated'
  and e.data ->> 'child' = a.id::text and e.data ->> 'text' is not null;
