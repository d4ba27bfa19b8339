-- 阶段报告: the lead of a long order writes every so many working days how far it is.

alter table dispatch.assignment add column stage_report_due_at timestamptz;
comment on column dispatch.assignment.stage_report_due_at is 'When the lead''s next stage report is due; null where the class of its limits asks for none.';
