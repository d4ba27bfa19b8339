-- 学到的地名: in which area people put the orders that name a road, an estate or a site.

create table learning.place_lesson (
  city_id smallint not null,
  order_id uuid not null,
  name text not null,
  area_code text not null,
  lng double precision,
  lat double precision,
  taught_at timestamptz not null,
  primary key (city_id, order_id, name)
);
create index place_lesson_by_name on learning.place_lesson (city_id, name, order_id desc);
create index place_lesson_by_age on learning.place_lesson (city_id, taught_at);
comment on table learning.place_lesson is
  '地名课: an order whose words name this public place was put into this area by a person. Roads, estates and sites only, never a house number, a home or a person; gone with the words of the order, and after two years.';

create table learning.learnt_place (
  city_id smallint not null,
  name text not null,
  area_code text not null,
  orders integer not null,
  share real not null,
  lng double precision,
  lat double precision,
  fresh_at timestamptz not null,
  primary key (city_id, name, area_code)
);
create index learnt_place_by_age on learning.learnt_place (city_id, fresh_at);
comment on table learning.learnt_place is
  '学到的地名: what the latest lessons of a name say together. share: of those that say where. lng, lat: the median of where people put it.';

create table learning.place_reading (
  city_id smallint not null,
  order_id uuid not null,
  read_area text,
  confidence real not null,
  chosen_area text not null,
  read_at timestamptz not null,
  primary key (city_id, order_id)
);
create index place_reading_by_age on learning.place_reading (city_id, read_at);
comment on table learning.place_reading is
  '地点判断与采纳: where the words alone said it was, and which area the person chose.';
