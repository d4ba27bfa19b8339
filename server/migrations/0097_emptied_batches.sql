-- 批次内容的保存期限: that a batch passed, its cursors and its digest stay; what was in it leaves.

alter table data_sharing.batch add column emptied_at timestamptz;
comment on column data_sharing.batch.emptied_at is 'Its rows have left since; who got which order when stays.';
create index batch_full on data_sharing.batch (city_id, at) where emptied_at is null;
