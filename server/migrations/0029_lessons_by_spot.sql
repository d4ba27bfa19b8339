-- 坐标附近: which lessons were put near a spot, by cells of about five hundred metres.
create index place_lesson_by_spot
  on learning.place_lesson (city_id, floor(lat * 200), floor(lng * 200), order_id)
  where lat is not null and lng is not null;
