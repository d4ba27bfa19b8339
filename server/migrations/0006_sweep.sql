-- 清扫: what is over is found by its end.

create index session_by_end on identity.session (city_id, expires_at);
create index one_time_link_by_end on identity.one_time_link (city_id, expires_at);
create index sign_in_failure_by_age on identity.sign_in_failure (city_id, at);
create index draft_by_age on intake.draft (city_id, saved_at);
