-- 核对 of a frozen report is made by a job: it reads months of orders.

alter table indicators.report add column check_asked_at timestamptz;
alter table indicators.report add column check_is_same boolean;
comment on column indicators.report.check_asked_at is '核对: when somebody last asked for the report to be made again.';
comment on column indicators.report.check_is_same is 'Whether it came out the same, byte for byte; null while it is being made.';
