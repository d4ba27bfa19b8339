-- 媒体问效: the facts of a stubborn problem, who signed what of them; and the words of the public progress page.

create table campaigns.dossier (
  city_id smallint not null,
  id uuid not null,
  entry_id uuid not null,
  state text not null check (state in ('drafting', 'handed-over')),
  facts text not null,
  facts_no smallint not null,
  unit_code text not null,
  written_by uuid,
  written_at timestamptz not null,
  handed_by uuid,
  handed_at timestamptz,
  primary key (city_id, id),
  check ((state = 'handed-over') = (handed_at is not null))
);
comment on table campaigns.dossier is '问效材料. facts_no: how often it was written; a signature counts for the one it was given to.';
create unique index dossier_of_entry on campaigns.dossier (city_id, entry_id);

create table campaigns.dossier_sign (
  city_id smallint not null,
  dossier_id uuid not null,
  no smallint not null,
  part text not null check (part in
    ('redaction', 'legal', 'unit-comment', 'consent', 'schedule', 'broadcast', 'after-check')),
  facts_no smallint not null,
  words text not null,
  nobody text[] not null,
  by_id uuid,
  at timestamptz not null,
  primary key (city_id, dossier_id, no)
);
comment on column campaigns.dossier_sign.nobody is 'Words the scan took for names and the signer says name nobody.';

create table campaigns.public_text (
  city_id smallint not null,
  id uuid not null,
  campaign_id uuid not null,
  entry_id uuid,
  state text not null check (state in ('written', 'signed', 'withdrawn')),
  title text not null,
  words text not null,
  written_by uuid,
  written_at timestamptz not null,
  signed_by uuid,
  signed_at timestamptz,
  primary key (city_id, id),
  check ((state = 'written') <= (signed_at is null))
);
comment on table campaigns.public_text is '公开进展的文字: of the campaign (entry_id null) or of one problem; of several signed ones the last is shown.';
create index public_text_of_campaign on campaigns.public_text (city_id, campaign_id, id);
create index public_text_signed on campaigns.public_text (city_id, id) where state = 'signed';
