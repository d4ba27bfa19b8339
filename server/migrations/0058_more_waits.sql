-- 待办时限 of what waited unseen: decisions about more time, answers to letters, claims and requests of tasks, reviews of
-- the ledger, results of supervision.

-- What waits at this moment is begun with the ends that are known; where none was kept, with what the limits say today.
create function pg_temp.begin_wait(city smallint, what text, subject uuid, number integer, begun timestamptz, due timestamptz, given jsonb)
returns void language sql as $$
  insert into waits.wait (city_id, kind, id, no, from_at, limit_given, due_at, ring_at)
  values (city, what, subject, number, begun, given, due, due);
  insert into platform.alarm (city_id, key, at, job, payload)
  values (city, 'wait:' || what || ':' || subject || ':' || number, due, 'waits:ring',
    jsonb_build_object('kind', what, 'id', subject, 'no', number));
$$;

select pg_temp.begin_wait(city_id, 'deferral-decision', order_id, no, asked_at, asked_at + interval '1 day', null)
from deferrals.request where state = 'asked';
select pg_temp.begin_wait(city_id, 'ledger-review', order_id, 0, parked_at, review_due_at, null)
from deferrals.ledger where state = 'open' and review_due_at is not null;
select pg_temp.begin_wait(r.city_id, 'letter-answer', r.letter_id, r.no, coalesce(a.judged_at, r.sent_at), r.due_at, l.reply_limit)
from letters.receipt as r
join letters.letter as l on l.city_id = r.city_id and l.id = r.letter_id
left join lateral (
  select max(judged_at) as judged_at from letters.answer
  where city_id = r.city_id and letter_id = r.letter_id and unit_code = r.unit_code and accepted = false
) as a on true
where r.state in ('unsigned', 'to-answer', 'sent-back') and r.sent_at is not null and r.due_at is not null
  and (r.told_late_of is null or r.told_late_of < r.due_at);
select pg_temp.begin_wait(r.city_id, 'letter-judgement', r.letter_id, r.no, a.answered_at, a.answered_at + interval '2 days', null)
from letters.receipt as r
join lateral (
  select max(answered_at) as answered_at from letters.answer
  where city_id = r.city_id and letter_id = r.letter_id and unit_code = r.unit_code
) as a on true
where r.state = 'to-review';
select pg_temp.begin_wait(t.city_id, 'task-confirmation', t.id, 0, c.claimed_at, c.claimed_at + interval '2 days', null)
from tasks.task as t
join lateral (
  select max(claimed_at) as claimed_at from tasks.claim where city_id = t.city_id and task_id = t.id
) as c on true
where t.state = 'claimed';
select pg_temp.begin_wait(t.city_id, 'task-extension', t.id, 0, e.asked_at, e.asked_at + interval '1 day', null)
from tasks.task as t
join tasks.extension as e on e.city_id = t.city_id and e.task_id = t.id
where t.asks_for_time and t.state in ('given', 'accepted', 'sent-back');
select pg_temp.begin_wait(city_id, 'supervision-result', order_id, no, sort_at, sort_at + interval '2 days', null)
from supervision.supervision where state = 'answered' and level <> 'S1';
select pg_temp.begin_wait(s.city_id, 'supervision-result', s.order_id, s.no, o.status_since, o.status_since + interval '2 days', null)
from supervision.supervision as s
join orders.order as o on o.city_id = s.city_id and o.id = s.order_id
where s.state = 'open' and s.level <> 'S1' and o.status in ('closed', 'withdrawn', 'archived', 'merged');

drop function pg_temp.begin_wait;

-- Its order is over: nothing is asked of the unit any more, and the row stood still for ever.
delete from waits.wait as w
using orders.order as o
where o.city_id = w.city_id and o.id = w.id and w.kind in ('supervision-answer', 'supervision-unmoved')
  and o.status in ('closed', 'withdrawn', 'archived', 'merged');

-- Nobody hears these any more.
delete from platform.alarm where job in ('letters:overdue', 'deferrals:review-late');
alter table letters.receipt drop column told_late_of;

create index ledger_review_late on deferrals.ledger (city_id, review_due_at, order_id) where is_review_late and state = 'open';
comment on index deferrals.ledger_review_late is '复核逾期: the centre''s list and its counter.';
create index assignment_stage_report on dispatch.assignment (city_id, stage_report_due_at, id)
  where stage_report_due_at is not null
    and state in ('sent', 'signed', 'contacted', 'delegated', 'return-to-sign', 'return-asked');
comment on index dispatch.assignment_stage_report is 'Leads that owe stage reports, for the centre''s list of late ones and its counter.';
