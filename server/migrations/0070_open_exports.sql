-- 批量导出: orders of a unit in a period, as gzipped JSON lines, for a week.

create table open_api.export (
  city_id smallint not null,
  id uuid not null,
  account_id uuid not null,
  key_id uuid not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  purpose text not null,
  state text not null check (state in ('waiting', 'done', 'failed', 'expired')),
  rows integer not null default 0,
  asked_at timestamptz not null,
  done_at timestamptz,
  primary key (city_id, id)
);
create unique index one_export_at_a_time on open_api.export (city_id, account_id) where state = 'waiting';
comment on column open_api.export.purpose is '导出目的, as whoever asked has said it.';

create table open_api.export_part (
  city_id smallint not null,
  export_id uuid not null,
  no smallint not null,
  rows integer not null,
  bytes integer not null,
  digest text not null,
  primary key (city_id, export_id, no)
);
create index export_part_by_digest on open_api.export_part (city_id, digest);
