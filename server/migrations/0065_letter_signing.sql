-- 签收期限: a letter nobody signs for is told, also where no answer is wanted.

alter table letters.receipt add column sign_late_at timestamptz;
comment on column letters.receipt.sign_late_at is 'Since when it should have been signed for; stays, whenever it is signed afterwards.';

-- What lies unsigned at this moment has until a day after it was sent; what is older is told at once.
insert into waits.wait (city_id, kind, id, no, from_at, limit_given, due_at, ring_at)
select city_id, 'letter-signing', letter_id, no, sent_at, null, sent_at + interval '1 day', sent_at + interval '1 day'
from letters.receipt
where sent_at is not null and state = 'unsigned';
insert into platform.alarm (city_id, key, at, job, payload)
select city_id, 'wait:letter-signing:' || letter_id || ':' || no, sent_at + interval '1 day', 'waits:ring',
  jsonb_build_object('kind', 'letter-signing', 'id', letter_id, 'no', no)
from letters.receipt
where sent_at is not null and state = 'unsigned';
