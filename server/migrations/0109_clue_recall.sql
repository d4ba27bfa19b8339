-- 撤回抄报: a clue handed to a unit that stays silent comes back; and who saw what of a clue is asked month by month.

alter table clues.sending add column recalled_at timestamptz;
alter table clues.sending add column recalled_by uuid;
alter table clues.sending add column recall_words text;
alter table clues.sending add constraint sending_recalled_with_words
  check ((recalled_at is null) = (recall_words is null));
comment on column clues.sending.recalled_at is '撤回: the unit reads the clue no more, whatever it has receipted or accepted.';

create index sending_by_time on clues.sending (city_id, sent_at);
create index audit_line_clue on platform.audit_line (city_id, at)
  where path in ('/clues/:clueId', '/clues/received/:clueId');
create index audit_line_file on platform.audit_line (city_id, (facts ->> 'fileId'), at)
  where path = '/files/:fileId';
