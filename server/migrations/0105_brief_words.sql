-- 专报: which wording somebody saw, and who wrote what stands in it.

alter table briefs.brief
  add column words_no integer not null default 1,
  add column writers jsonb not null default '{}';
comment on column briefs.brief.words_no is 'Of the wording: whoever writes or signs says which one they saw.';
comment on column briefs.brief.writers is 'By section, and title: who wrote what stands there now. None of them signs.';
