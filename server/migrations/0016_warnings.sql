-- 预警: what comes more often than its band allows, and what the next days will bring.

create schema warnings;

create table warnings.count (
  city_id smallint not null,
  key text not null,
  hour integer not null,
  count integer not null check (count > 0),
  primary key (city_id, key, hour)
);
comment on table warnings.count is
  'How many appeals of a key came in an hour, folded once the hour has ended. Keys: all, matter:, place:, subject: and matter@place.';
comment on column warnings.count.hour is 'Hours of the city''s own clock since 1970.';
create index count_by_hour on warnings.count (city_id, hour);

create table warnings.progress (
  city_id smallint not null primary key,
  counted_to integer not null,
  days_told_to integer not null
);
comment on column warnings.progress.counted_to is 'The first hour that is not counted yet.';
comment on column warnings.progress.days_told_to is 'The first day whose end has not been looked at.';

create table warnings.warning (
  city_id smallint not null,
  id uuid not null,
  raised_at timestamptz not null,
  last_at timestamptz not null,
  told_at timestamptz,
  lead_key text not null,
  keys text[] not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  since_at timestamptz not null,
  seen integer not null,
  expected real not null,
  low integer not null,
  high integer not null,
  strength real not null,
  words text[] not null default '{}',
  state text not null default 'new' check (state in ('new', 'looked-at', 'dismissed', 'acted')),
  settled_by uuid,
  settled_at timestamptz,
  dismissed_as text check (dismissed_as in ('expected', 'known', 'few-people', 'data', 'other')),
  note text,
  primary key (city_id, id),
  check ((state = 'dismissed') = (dismissed_as is not null))
);
comment on table warnings.warning is
  '预警. told_at null: it stirred, but was too weak or the week was full; kept, because it may grow and because the next are ranked against it.';
comment on column warnings.warning.words is 'What the appeals of the window say and others do not; no names, no numbers.';
create index warning_by_time on warnings.warning (city_id, last_at);
create index warning_told on warnings.warning (city_id, told_at) where told_at is not null;

create table warnings.appeal (
  city_id smallint not null,
  warning_id uuid not null,
  order_id uuid not null,
  is_lead boolean not null,
  primary key (city_id, warning_id, order_id)
);
comment on column warnings.appeal.is_lead is 'Counted by the leading key; the others share appeals with it.';

create table warnings.forecast (
  city_id smallint not null,
  on_day date not null,
  made_at timestamptz not null,
  expected real not null,
  low integer not null,
  high integer not null,
  primary key (city_id, on_day)
);
comment on table warnings.forecast is 'The last forecast made for a day before it began.';
