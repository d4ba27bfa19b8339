-- 每分钟的次数 of all processes together: kept with the day's, in the same write of each second.
alter table identity.api_use
  add column minute_no integer not null default 0,
  add column minute_calls integer not null default 0;
comment on column identity.api_use.minute_no is 'The latest minute in which somebody called, since 1970 by the real clock.';
comment on column identity.api_use.minute_calls is 'Calls in that minute, of all processes.';
create index api_use_by_day on identity.api_use (city_id, used_on);
