-- 线索移送: the letter that hands a clue to the police.

alter table conduct.mark add column letter_id uuid;
comment on column conduct.mark.letter_id is '线索移送函, drafted as the clue is granted; the number of the caller does not stand in it.';
