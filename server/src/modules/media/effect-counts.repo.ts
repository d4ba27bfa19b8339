import type { EffectCount } from '@minsheng/contract/words/media.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { subjectsIn } from './effect.repo.ts';

type Subjects = Awaited<ReturnType<typeof subjectsIn>>;
type OrderCount = 'orders-solved' | 'orders-solved-after';
type Counts = Record<Exclude<EffectCount, OrderCount>, number>;

/** From the tables, as they stand. */
export async function countsNow(ctx: Context, { tips, pieces, days }: Subjects): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select t.*, p.*, c.*, m.*
    from (
      select count(*)::integer as tips,
        (count(*) filter (where state = 'open'))::integer as "tips-open",
        (count(*) filter (where state = 'order'))::integer as "tips-order",
        (count(*) filter (where state = 'answer'))::integer as "tips-answer",
        (count(*) filter (where state = 'refused'))::integer as "tips-refused"
      from media.tip where city_id = ${ctx.cityId} and id = any (${tips}::uuid[])
    ) as t
    cross join (
      select count(*)::integer as published, (count(*) filter (where state = 'withdrawn'))::integer as withdrawn
      from media.piece where city_id = ${ctx.cityId} and id = any (${pieces}::uuid[])
    ) as p
    cross join (
      select (count(*) filter (where shown_at is not null and reason is not null))::integer as corrected
      from media.wording where city_id = ${ctx.cityId} and piece_id = any (${pieces}::uuid[])
    ) as c
    cross join (
      select count(*)::integer as promises, (count(*) filter (where closed_at is null))::integer as "promises-open"
      from media.promise where city_id = ${ctx.cityId} and day_id = any (${days}::uuid[])
    ) as m`.execute(ctx.tx);
  return rows[0] ?? noCounts;
}

const noCounts: Counts = {
  tips: 0,
  'tips-open': 0,
  'tips-order': 0,
  'tips-answer': 0,
  'tips-refused': 0,
  published: 0,
  corrected: 0,
  withdrawn: 0,
  promises: 0,
  'promises-open': 0,
};

/** 重算: the same from the event log alone, knowing nothing of the tables but which subjects are meant. */
export async function countsFromLog(
  ctx: Context,
  { tips, pieces, days }: Subjects,
): Promise<Counts> {
  const ids = [...tips, ...pieces, ...days];
  const { rows } = await sql<{ what: string; count: number }>`
    select case when type = 'media.tip-ended' then 'ended-' || (data ->> 'as') else type end as what,
      count(*)::integer as count
    from platform.event
    where city_id = ${ctx.cityId} and subject_id = any (${ids}::uuid[]) and type like 'media.%'
    group by 1`.execute(ctx.tx);
  const of = (what: string): number => rows.find((row) => row.what === what)?.count ?? 0;
  const [order, answer, refused] = [of('ended-order'), of('ended-answer'), of('ended-refused')];
  return {
    tips: of('media.tip-entered'),
    'tips-open': of('media.tip-entered') - order - answer - refused,
    'tips-order': order,
    'tips-answer': answer,
    'tips-refused': refused,
    published: of('media.published'),
    corrected: of('media.corrected'),
    withdrawn: of('media.withdrawn'),
    promises: of('media.promised'),
    'promises-open': of('media.promised') - of('media.promise-closed'),
  };
}

/** 工单的结果 from the log: the last word about each order, and when what rests on it was first published. */
export async function solvedFromLog(
  ctx: Context,
  { tips }: Pick<Subjects, 'tips'>,
): Promise<Record<OrderCount, number>> {
  const { rows } = await sql<{ solved: number; after: number }>`
    with made as (
      select (data ->> 'order')::uuid as order_id
      from platform.event
      where city_id = ${ctx.cityId} and subject_id = any (${tips}::uuid[])
        and type = 'media.tip-ended' and data ->> 'as' = 'order'
    ), last as (
      select distinct on (m.order_id) m.order_id, e.at,
        e.type = 'intake.answered' or (e.type = 'call-back.closed' and e.data ->> 'kind' = 'solved') as solved
      from made as m
      join platform.event as e on e.city_id = ${ctx.cityId} and e.subject_id = m.order_id
      where e.type in ('call-back.closed', 'intake.answered', 'call-back.false-redone')
      order by m.order_id, e.seq desc
    ), told as (
      select m.order_id, min(e.at) as at
      from made as m
      join media.basis as b on b.city_id = ${ctx.cityId} and b.order_id = m.order_id
      join platform.event as e on e.city_id = b.city_id and e.subject_id = b.piece_id and e.type = 'media.published'
      group by m.order_id
    )
    select (count(*) filter (where l.solved))::integer as solved,
      (count(*) filter (where l.solved and l.at > t.at))::integer as after
    from last as l
    left join told as t on t.order_id = l.order_id`.execute(ctx.tx);
  const { solved = 0, after = 0 } = rows[0] ?? {};
  return { 'orders-solved': solved, 'orders-solved-after': after };
}
