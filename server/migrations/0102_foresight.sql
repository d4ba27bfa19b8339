-- 未诉先办: forecasts of an area and a period, orders nobody asked for, notices to residents and shops, and what came of it.

create table foresight.forecast (
  city_id smallint not null,
  id uuid not null,
  name text not null,
  county text not null,
  control_county text not null,
  matters text[] not null check (cardinality(matters) > 0),
  from_on date not null,
  until_on date not null,
  state text not null check (state in ('making', 'draft', 'confirmed', 'dismissed', 'impossible')),
  asked_at timestamptz not null,
  asked_by uuid,
  made_at timestamptz,
  model text,
  expected real,
  low integer,
  high integer,
  content jsonb,
  decided_at timestamptz,
  decided_by uuid,
  reason text,
  primary key (city_id, id),
  check (until_on >= from_on),
  check (county <> control_county),
  check ((state in ('draft', 'confirmed')) <= (content is not null)),
  check ((state in ('confirmed', 'dismissed')) = (decided_at is not null))
);
comment on table foresight.forecast is '预测: how many appeals of some matters a county will bring in a period, and the control county, both said before it begins.';
comment on column foresight.forecast.content is 'Days and bands of both counties, inputs and what they were tested on, as they were when it was made.';

create table foresight.proactive (
  city_id smallint not null,
  order_id uuid not null,
  forecast_id uuid,
  signal_id uuid,
  trigger text not null check (trigger in ('forecast', 'signal', 'repeat-spot', 'found')),
  basis text not null,
  opened_at timestamptz not null,
  opened_by uuid,
  primary key (city_id, order_id)
);
create index proactive_of_forecast on foresight.proactive (city_id, forecast_id, order_id) where forecast_id is not null;
comment on table foresight.proactive is '主动工单: an order without a requester, what brought it on and what it rests on.';

create table foresight.notice (
  city_id smallint not null,
  id uuid not null,
  forecast_id uuid,
  area_code text not null,
  audience text not null check (audience in ('residents', 'shops')),
  channel text not null check (channel in ('grid', 'group-chat', 'poster', 'broadcast', 'visit')),
  words text not null,
  state text not null check (state in ('waiting', 'approved', 'declined')),
  written_at timestamptz not null,
  written_by uuid,
  due_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  reason text,
  primary key (city_id, id),
  check ((state = 'waiting') = (decided_at is null))
);
create index notice_of_forecast on foresight.notice (city_id, forecast_id, id) where forecast_id is not null;
comment on table foresight.notice is '告知 to residents or shops: approved by a second person, given out by people.';

create table foresight.delivery (
  city_id smallint not null,
  notice_id uuid not null,
  no smallint not null,
  reached integer not null check (reached > 0),
  note text not null,
  at timestamptz not null,
  by_account uuid,
  primary key (city_id, notice_id, no)
);
comment on table foresight.delivery is '送达: how many were reached, as the person who gave the notice out says.';

create table foresight.comparison (
  city_id smallint not null,
  forecast_id uuid not null,
  no smallint not null,
  made_at timestamptz not null,
  made_by uuid,
  content jsonb not null,
  primary key (city_id, forecast_id, no)
);
comment on table foresight.comparison is '效果: a run of predicted against actual and against the control county, kept as it was; run again it is another row.';
