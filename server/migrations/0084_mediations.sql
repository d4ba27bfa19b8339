-- 联合调解、双线会商: what both lines did together besides handing orders over.

create table linkage.mediation (
  city_id smallint not null,
  order_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  place text not null,
  parties jsonb not null,
  ours text not null,
  theirs text not null,
  result text not null check (result in ('agreed', 'not-agreed', 'continued')),
  text_no smallint not null,
  task_id uuid,
  recorded_by uuid,
  primary key (city_id, order_id, id)
) partition by range (order_id);
comment on table linkage.mediation is '联合调解: parties by what they are and how many; the words are a text of the order.';
comment on column linkage.mediation.ours is 'Who mediated for the centre, by post.';
insert into platform.partitioned values ('linkage', 'mediation', 'id', false);

create table linkage.consultation (
  city_id smallint not null,
  meeting_id uuid not null,
  planned_at timestamptz not null,
  primary key (city_id, meeting_id)
);
comment on table linkage.consultation is '双线会商: this meeting is one of both lines.';

create index record_clues on linkage.record (city_id, order_id) where act = 'clue';

-- Migrations run before the process makes its months: those that exist get the new table as well.
select platform.make_month(replace(right(c.relname, 7), '_', '-'))
from pg_inherits as i
join pg_class as c on c.oid = i.inhrelid
where i.inhparent = 'orders.order'::regclass;
