-- 长效机制 of a campaign, its re-checks, seasons from before this system, and the days of a broadcast.

create table campaigns.measure (
  city_id smallint not null,
  id uuid not null,
  campaign_id uuid not null,
  kind text not null check (kind in ('rule', 'standard', 'catalogue', 'knowledge', 'joint')),
  title text not null,
  document_no text not null,
  unit_code text not null,
  matters text[] not null,
  knowledge_code text,
  in_force_on date not null,
  words text not null,
  written_by uuid,
  written_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  ended_reason text,
  primary key (city_id, id),
  check ((ended_at is null) = (ended_reason is null)),
  check ((kind = 'knowledge') <= (knowledge_code is not null)),
  check ((kind = 'catalogue') <= (cardinality(matters) > 0))
);
comment on table campaigns.measure is '长效机制登记: what a campaign left behind, and what it changed in the catalogue and the knowledge base.';
create index measure_of_campaign on campaigns.measure (city_id, campaign_id, id);

alter table campaigns.campaign add column closings smallint not null default 0;
comment on column campaigns.campaign.closings is 'How often it was ended: a re-check that finds the trouble back opens it again.';
update campaigns.campaign set closings = 1 where state = 'closed';

create table campaigns.recheck (
  city_id smallint not null,
  campaign_id uuid not null,
  closing smallint not null,
  after_days smallint not null check (after_days in (90, 180)),
  closed_on date not null,
  due_on date not null,
  outcome text check (outcome in ('holds', 'came-back')),
  words text,
  problems integer,
  appeals integer,
  made_by uuid,
  made_at timestamptz,
  primary key (city_id, campaign_id, closing, after_days),
  check ((outcome is null) = (made_at is null)),
  check ((outcome is null) = (words is null))
);
comment on table campaigns.recheck is '专题复查, 90 and 180 days after an end. problems, appeals: how many rectified ones were told of again by then.';

create table campaigns.came_back (
  city_id smallint not null,
  campaign_id uuid not null,
  closing smallint not null,
  after_days smallint not null,
  entry_id uuid not null,
  order_id uuid not null,
  primary key (city_id, campaign_id, closing, after_days, entry_id, order_id)
);
comment on table campaigns.came_back is '回潮的诉求, as a re-check counted them.';

create table campaigns.past_season (
  city_id smallint not null,
  year smallint not null,
  quarter smallint not null check (quarter between 1 and 4),
  title text not null,
  theme text not null,
  appeals integer not null check (appeals >= 0),
  problems integer not null check (problems >= 0),
  rectified integer not null check (rectified between 0 and problems),
  to_media integer not null check (to_media between 0 and problems),
  source text not null,
  entered_by uuid,
  entered_at timestamptz not null,
  primary key (city_id, year, quarter)
);
comment on table campaigns.past_season is '往季专题, from before this system: figures somebody typed, with where they come from. Never counted together with ours.';

alter table campaigns.dossier_sign add column on_day date, add column link text;
comment on column campaigns.dossier_sign.on_day is 'When it is filmed, was broadcast, was looked at again.';
