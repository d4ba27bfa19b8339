-- 一季一专题: topics ranked and chosen, the problem list of a campaign, and which appeal stood in which problem when.

create schema campaigns;

create table campaigns.snapshot (
  city_id smallint not null,
  id uuid not null,
  year smallint not null,
  quarter smallint not null check (quarter between 1 and 4),
  from_on date not null,
  to_on date not null,
  made_at timestamptz not null,
  made_by uuid,
  primary key (city_id, id)
);
comment on table campaigns.snapshot is '选题排序: candidate topics as they stood when somebody asked; never changed.';

create table campaigns.candidate (
  city_id smallint not null,
  snapshot_id uuid not null,
  no smallint not null,
  matter text not null,
  volume integer not null,
  volume_before integer,
  repeated integer not null,
  repeated_of integer not null,
  returned integer not null,
  returned_of integer not null,
  dissatisfied integer not null,
  dissatisfied_of integer not null,
  urgent integer not null,
  urgent_of integer not null,
  solved integer not null,
  solved_of integer not null,
  weight real not null,
  primary key (city_id, snapshot_id, no)
);
comment on column campaigns.candidate.volume_before is 'Of the same quarter a year ago; null where nothing was counted then.';
comment on column campaigns.candidate.urgent_of is 'The newest orders that were looked at, not all of them.';

create table campaigns.campaign (
  city_id smallint not null,
  id uuid not null,
  kind text not null check (kind in ('season', 'year')),
  state text not null check (state in ('running', 'closed')),
  title text not null,
  theme text not null,
  year smallint not null,
  quarter smallint check (quarter between 1 and 4),
  from_on date not null,
  to_on date not null,
  why text not null,
  terms text[] not null,
  snapshot_id uuid,
  candidate_no smallint,
  template_id uuid,
  entries integer not null default 0,
  opened_by uuid,
  opened_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  closed_reason text,
  primary key (city_id, id),
  check ((kind = 'season') = (quarter is not null)),
  check ((state = 'closed') = (closed_at is not null)),
  check ((closed_at is null) = (closed_reason is null))
);
comment on table campaigns.campaign is '专题. Its words stand here; events name it by its id.';
comment on column campaigns.campaign.entries is 'The last number given on its problem list.';

create table campaigns.gathering (
  city_id smallint not null,
  id uuid not null,
  campaign_id uuid not null,
  run_id uuid,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  read integer not null default 0,
  proposed integer not null default 0,
  asked_by uuid,
  asked_at timestamptz not null,
  ended_at timestamptz,
  primary key (city_id, id)
);
comment on table campaigns.gathering is '归拢: the machine looked through the appeals of the period for those of the topic.';
create index gathering_of_campaign on campaigns.gathering (city_id, campaign_id, id);

create table campaigns.entry (
  city_id smallint not null,
  id uuid not null,
  campaign_id uuid not null,
  no integer not null,
  name text not null,
  area_code text,
  words text[] not null,
  note text not null,
  problem_id uuid,
  primary key (city_id, id)
);
comment on table campaigns.entry is '清单问题. Its state is its last stage, its appeals are the links that have not ended.';
comment on column campaigns.entry.problem_id is 'The found problem whose appeals it was proposed from.';
create index entry_of_campaign on campaigns.entry (city_id, campaign_id, no);

create table campaigns.stage (
  city_id smallint not null,
  campaign_id uuid not null,
  entry_id uuid not null,
  no smallint not null,
  state text not null check (state in
    ('proposed', 'listed', 'inspected', 'not-rectified', 'to-media', 'rectified', 'aside', 'merged')),
  via_media boolean not null,
  from_at timestamptz not null,
  to_at timestamptz,
  by_id uuid,
  reason text not null,
  primary key (city_id, campaign_id, entry_id, no)
);
comment on table campaigns.stage is
  '问题所处阶段, from an instant to an instant, so that the funnel of any past day is read and not remembered. Without a last one: the machine proposes it no more.';
comment on column campaigns.stage.via_media is 'It is, or was before, with the media.';
create unique index stage_now on campaigns.stage (city_id, campaign_id, entry_id) where to_at is null;

create table campaigns.link (
  city_id smallint not null,
  id uuid not null,
  campaign_id uuid not null,
  entry_id uuid not null,
  order_id uuid not null,
  from_at timestamptz not null,
  cause text not null check (cause in ('gathered', 'added', 'split', 'merged')),
  closeness smallint,
  by_id uuid,
  reason text not null,
  to_at timestamptz,
  out_cause text check (out_cause in ('gathered', 'split', 'merged', 'taken-out')),
  out_by uuid,
  out_reason text,
  primary key (city_id, campaign_id, id),
  check ((to_at is null) = (out_cause is null))
);
comment on table campaigns.link is '诉求属于哪个清单问题, from an instant to an instant, and why.';
comment on column campaigns.link.closeness is 'How like the topic the machine found its words, 0 to 100; null where a person put it there.';
-- An appeal stands in one problem of a campaign at a time: else nothing would add up.
create unique index link_now on campaigns.link (city_id, campaign_id, order_id) where to_at is null;
create index link_of_entry on campaigns.link (city_id, entry_id, order_id);
create index link_of_order on campaigns.link (city_id, order_id) where to_at is null;
