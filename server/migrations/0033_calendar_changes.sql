-- 工作日历更正: what changed of a calendar, who said so, and how far deadlines follow.

create table calendar.correction (
  city_id smallint not null,
  id uuid not null,
  on_day date not null,
  kind text not null check (kind in ('off', 'work', 'plain')),
  name text not null,
  source text not null,
  state text not null check (state in ('proposed', 'confirmed', 'refused', 'replaced')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  primary key (city_id, id),
  check (decided_by <> proposed_by)
);
comment on table calendar.correction is
  'One day put right on screen: proposed by one person, confirmed by another (domain 2.4.2). It stands above the folder''s rows. plain: the day goes by its weekday.';
create unique index one_open_correction on calendar.correction (city_id, on_day) where state = 'proposed';
create unique index one_correction_in_force on calendar.correction (city_id, on_day) where state = 'confirmed';

create view calendar.effective_day as
select d.city_id, d.on_day, d.kind, d.name, d.source, false as is_corrected
from calendar.day as d
where not exists (
  select from calendar.correction as c
  where c.city_id = d.city_id and c.on_day = d.on_day and c.state = 'confirmed')
union all
select c.city_id, c.on_day, c.kind, c.name, c.source, true
from calendar.correction as c
where c.state = 'confirmed' and c.kind <> 'plain';
comment on view calendar.effective_day is 'The days off and make-up days in force: the folder''s, and above them what two persons corrected.';

create table calendar.change (
  city_id smallint not null,
  version integer not null,
  no integer not null,
  on_day date,
  before text,
  after text,
  primary key (city_id, version, no)
);
comment on table calendar.change is
  'What a version of the city''s data changed of its calendar; null: the day goes by its weekday. A row without a day: office hours.';

create table calendar.followed (
  city_id smallint not null primary key,
  version integer not null
);
comment on table calendar.followed is 'The version up to which the due times of open duties follow the calendar.';

alter table dispatch.assignment add column wished_due_at timestamptz;
comment on column dispatch.assignment.wished_due_at is
  'The due time somebody named when passing the duty down; it holds until a pause or an extension moves the duty.';
create index assignment_running on dispatch.assignment (city_id, order_id)
  where state in
    ('sent', 'signed', 'contacted', 'delegated', 'to-sign-off', 'return-to-sign', 'return-asked');
comment on index dispatch.assignment_running is 'A corrected calendar goes through the running duties order by order.';
