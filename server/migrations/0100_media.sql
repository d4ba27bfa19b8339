-- 新闻+政务+服务: tips of the media desk, pieces with three signatures, answering days of leaders, reads in sums.

create schema media;

create table media.number (
  city_id smallint not null,
  kind text not null check (kind in ('tip', 'piece')),
  last_no integer not null,
  primary key (city_id, kind)
);
comment on table media.number is 'The number given last; the row is held while one is given.';

create table media.tip (
  city_id smallint not null,
  id uuid not null,
  no integer not null,
  source text not null check (source in ('programme', 'post', 'comment', 'clip', 'letter')),
  source_name text not null,
  source_ref text not null,
  content text not null,
  address text not null,
  area_code text,
  received_at timestamptz not null,
  may_contact boolean not null,
  may_appear boolean not null,
  consent_how text not null,
  contact_enc bytea,
  state text not null check (state in ('open', 'order', 'answer', 'refused')),
  due_at timestamptz not null,
  entered_by uuid,
  entered_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  end_words text,
  refusal text check (refusal in ('not-government', 'court', 'no-facts', 'same-again', 'advert')),
  knowledge_code text,
  order_id uuid,
  primary key (city_id, id),
  check ((state = 'open') = (ended_at is null)),
  check ((state = 'order') = (order_id is not null)),
  check ((state = 'answer') = (knowledge_code is not null)),
  check ((state = 'refused') = (refusal is not null))
);
comment on table media.tip is '媒体线索: the words of a viewer; each ends as an order, an answer or a refusal with its reason.';
comment on column media.tip.contact_enc is 'Who said it, encrypted, kept only where the person agreed; read with a purpose, see media.look.';
comment on column media.tip.source_ref is '来源编号 of the programme, post or comment: one source is written down once.';
create unique index tip_of_source on media.tip (city_id, source, source_name, source_ref);
create index tip_by_state on media.tip (city_id, state, id);
create index tip_due on media.tip (city_id, due_at) where state = 'open';
create unique index tip_of_order on media.tip (city_id, order_id) where order_id is not null;

create table media.consent (
  city_id smallint not null,
  tip_id uuid not null,
  no smallint not null,
  may_contact boolean not null,
  may_appear boolean not null,
  how text not null,
  by_id uuid,
  at timestamptz not null,
  primary key (city_id, tip_id, no)
);
comment on table media.consent is '本人同意: as it was said each time; the tip shows the last.';

create table media.look (
  city_id smallint not null,
  id uuid not null,
  tip_id uuid not null,
  purpose text not null,
  by_id uuid,
  at timestamptz not null,
  primary key (city_id, id)
);
comment on table media.look is 'Who read whom to ask about a tip, and what for.';

create table media.piece (
  city_id smallint not null,
  id uuid not null,
  no integer,
  kind text not null check (kind in ('story', 'hot-question', 'progress')),
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  words_no smallint not null,
  shown_no smallint,
  to_sign boolean not null,
  written_by uuid,
  written_at timestamptz not null,
  published_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  primary key (city_id, id),
  check ((state = 'draft') = (published_at is null)),
  check ((published_at is null) = (no is null)),
  check ((published_at is null) = (shown_no is null)),
  check ((state = 'withdrawn') = (withdrawn_at is not null))
);
comment on table media.piece is '稿件. words_no: the newest wording; shown_no: the one anybody reads. to_sign: the newest waits for a signature.';
create unique index piece_by_no on media.piece (city_id, no) where no is not null;
create index piece_by_state on media.piece (city_id, state, id);
create index piece_to_sign on media.piece (city_id, id) where to_sign;
create index piece_published on media.piece (city_id, published_at, id) where published_at is not null;

create table media.wording (
  city_id smallint not null,
  piece_id uuid not null,
  no smallint not null,
  title text not null,
  words text not null,
  clip_url text,
  shows_person boolean not null,
  reason text,
  written_by uuid,
  written_at timestamptz not null,
  shown_at timestamptz,
  primary key (city_id, piece_id, no)
);
comment on column media.wording.reason is '更正说明, public with the words; null where nothing was published before.';

create table media.sign (
  city_id smallint not null,
  piece_id uuid not null,
  words_no smallint not null,
  step text not null check (step in ('edit', 'vet', 'release')),
  agreed boolean not null,
  words text not null,
  nobody text[] not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (city_id, piece_id, words_no, step)
);
comment on table media.sign is '审签: each of one wording. Not agreed: this wording was sent back.';

create table media.basis (
  city_id smallint not null,
  piece_id uuid not null,
  no smallint not null,
  kind text not null check (kind in ('order', 'campaign', 'ledger', 'mechanism', 'node', 'knowledge')),
  ref text not null,
  label text not null,
  order_id uuid,
  primary key (city_id, piece_id, no),
  check ((kind = 'order') = (order_id is not null))
);
create index basis_of_order on media.basis (city_id, order_id) where order_id is not null;

create table media.reading (
  city_id smallint not null,
  piece_id uuid not null,
  on_day date not null,
  reads integer not null,
  primary key (city_id, piece_id, on_day)
);
comment on table media.reading is '阅读量: how often a piece was opened on a day. Of whom, nothing is kept.';

create table media.answering_day (
  city_id smallint not null,
  id uuid not null,
  leader text not null,
  unit_code text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  theme text not null,
  state text not null check (state in ('planned', 'held', 'cancelled')),
  planned_by uuid,
  planned_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  ended_words text,
  primary key (city_id, id),
  check (starts_at < ends_at),
  check ((state = 'planned') = (ended_at is null))
);
comment on column media.answering_day.leader is '职务, as it is announced.';
create index day_planned on media.answering_day (city_id, starts_at) where state = 'planned';

create table media.day_call (
  city_id smallint not null,
  day_id uuid not null,
  no smallint not null,
  order_id uuid not null,
  note text not null,
  added_by uuid,
  added_at timestamptz not null,
  primary key (city_id, day_id, no)
);
create unique index day_call_once on media.day_call (city_id, day_id, order_id);

create table media.promise (
  city_id smallint not null,
  day_id uuid not null,
  no smallint not null,
  order_id uuid not null,
  words text not null,
  unit_code text not null,
  due_at timestamptz not null,
  task_id uuid not null,
  result text check (result in ('kept', 'partly', 'not-kept')),
  closed_words text,
  closed_by uuid,
  closed_at timestamptz,
  primary key (city_id, day_id, no),
  check ((closed_at is null) = (result is null))
);
comment on table media.promise is '接听日的承诺: a task of a unit, and the record that closes it.';
create index promise_open on media.promise (city_id, due_at) where closed_at is null;
