-- 锚定: the events of one day are found by the block ranges they lie in; an index of every row would cost each write.
create index event_at on platform.event using brin (at) with (pages_per_range = 32, autosummarize = on);
