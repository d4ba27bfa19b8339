-- 接管: answering days and briefs that stood open before anybody watched them, and numbers of viewers whose tips had ended before,
-- which nothing let go. What is older than its limit is told, or gone, at once.

create function pg_temp.begin_wait(city smallint, what text, subject uuid, begun timestamptz, due timestamptz)
returns void language sql as $$
  insert into waits.wait (city_id, kind, id, no, from_at, limit_given, due_at, ring_at)
  values (city, what, subject, 0, begun, null, due, due)
  on conflict do nothing;
  insert into platform.alarm (city_id, key, at, job, payload)
  values (city, 'wait:' || what || ':' || subject || ':0', due, 'waits:ring',
    jsonb_build_object('kind', what, 'id', subject, 'no', 0))
  on conflict do nothing;
$$;

select pg_temp.begin_wait(d.city_id, 'media-day', d.id, d.ends_at, d.ends_at + interval '1 day')
from media.answering_day as d
where d.state = 'planned' and not exists (
  select from waits.wait as w where w.city_id = d.city_id and w.kind = 'media-day' and w.id = d.id
);
select pg_temp.begin_wait(b.city_id, 'brief-signature', b.id, b.cutoff_at, b.cutoff_at + interval '2 days')
from briefs.brief as b
where b.state = 'drafting' and not exists (
  select from waits.wait as w where w.city_id = b.city_id and w.kind = 'brief-signature' and w.id = b.id
);

insert into platform.alarm (city_id, key, at, job, payload)
select city_id, 'media-contact:' || id, ended_at + interval '30 days', 'media:drop-contact',
  jsonb_build_object('tipId', id)
from media.tip
where state in ('answer', 'refused') and contact_enc is not null
on conflict do nothing;
