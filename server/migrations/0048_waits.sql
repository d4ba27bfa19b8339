-- 待办时限: what waits for somebody until an instant; one alarm each, moved with a corrected calendar.

create schema waits;

create table waits.wait (
  city_id smallint not null,
  kind text not null,
  id uuid not null,
  no smallint not null,
  from_at timestamptz not null,
  limit_given jsonb,
  due_at timestamptz not null,
  ring_at timestamptz not null,
  told smallint not null default 0 check (told between 0 and 1),
  primary key (city_id, kind, id, no)
);
comment on table waits.wait is 'Only what still waits, or waited until lately: a row goes when its alarm finds that somebody acted. What happened stands in the events.';
comment on column waits.wait.limit_given is 'The limit it was begun with, by which a corrected calendar moves its end; null: a day somebody named.';
comment on column waits.wait.told is '1: whoever should have acted was told that it is over; the next above is told at ring_at.';

create table waits.told (
  city_id smallint not null,
  kind text not null,
  unit_code text not null,
  told_to text not null,
  told_at timestamptz not null,
  primary key (city_id, kind, unit_code, told_to)
);
comment on table waits.told is 'When these people were last told of such things: many at once ring once an hour.';

create function pg_temp.take_over(city smallint, what text, subject uuid, number integer, begun timestamptz, due timestamptz, old_key text)
returns void language sql as $$
  insert into waits.wait (city_id, kind, id, no, from_at, due_at, ring_at)
  values (city, what, subject, number, begun, due, due);
  delete from platform.alarm where city_id = city and key = old_key;
  insert into platform.alarm (city_id, key, at, job, payload)
  values (city, 'wait:' || what || ':' || subject || ':' || number, due, 'waits:ring',
    jsonb_build_object('kind', what, 'id', subject, 'no', number));
$$;

-- What waits at this moment goes on by the new alarms; its limit is not known any more.
select pg_temp.take_over(city_id, 'need-info', order_id, 0, from_at, until_at, 'resume:' || order_id)
from dispatch.pause where to_at is null and reason = 'need-info';
select pg_temp.take_over(city_id, 'suspension', order_id, 0, from_at, until_at, 'suspended:' || order_id)
from dispatch.pause where to_at is null and reason = 'suspended';
select pg_temp.take_over(city_id, 'ruling', order_id, no, coalesce(signed_at, asked_at), due_at, '')
from disputes.return where state = 'asked' and due_at is not null;
select pg_temp.take_over(city_id, 'guidance-check', order_id, no, asked_at, due_at, '')
from guidance.check where state = 'waiting';
select pg_temp.take_over(city_id, 'conduct-decision', id, 0, asked_at, asked_at + interval '1 day', '')
from conduct.mark where state = 'asked';
select pg_temp.take_over(city_id, 'conduct-review', id, 0, review_asked_at, review_asked_at + interval '1 day', '')
from conduct.mark where state = 'in-force' and review_asked_at is not null and reviewed_at is null;
select pg_temp.take_over(city_id, 'false-hearing', order_id, no, found_at, hear_until, '')
from call_back.false_completion where state = 'found';
select pg_temp.take_over(city_id, 'false-ruling', order_id, no, heard_at, heard_at + interval '1 day', '')
from call_back.false_completion where state = 'heard';
select pg_temp.take_over(city_id, 'contest-ruling', order_id, no, moved_at, moved_at + interval '2 days', '')
from call_back.contest where state = 'asked';
select pg_temp.take_over(city_id, 'minutes-signature', id, 0, held_at, held_at + interval '3 days', '')
from meetings.meeting where state = 'held';
select pg_temp.take_over(city_id, 'supervision-proposal', order_id, no, made_at, made_at + interval '1 day', '')
from supervision.supervision where state = 'proposed';
select pg_temp.take_over(city_id, 'supervision-answer', order_id, no, opened_at, answer_due_at, 'supervision:' || id)
from supervision.supervision where state = 'open' and answer_due_at is not null;
select pg_temp.take_over(s.city_id, 'supervision-unmoved', s.order_id, s.no, s.opened_at, a.at, a.key)
from supervision.supervision as s
join platform.alarm as a on a.city_id = s.city_id and a.key = 'unmoved:' || s.id;
select pg_temp.take_over(city_id, 'visit', id, 0, asked_at,
  (visit_by + 1)::timestamp at time zone 'Asia/Shanghai', '')
from visits.visit where state in ('asked', 'under-way');

drop function pg_temp.take_over;

-- Left behind where the order went another way meanwhile; nobody hears these any more.
delete from platform.alarm
where job in ('handling:resume', 'deferrals:resume', 'supervision:late', 'supervision:unmoved');
