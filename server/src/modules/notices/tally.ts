import type { notices as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import {
  type NoticeOutcome,
  type NoticeWay,
  noticeOutcomes,
  noticeWays,
} from '@minsheng/contract/words/notices.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { addUp, type Sums } from '../../platform/add-up.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { dayAfter } from '../../platform/zone.ts';
import { cityHour } from '../organisation/index.ts';

const parts = 8;
const shownDays = 14;

/** In one of several parts, so that two who count seldom wait for each other. */
const tally: Sums = {
  name: 'notices.tally',
  write: (cityId, added) => sql`
    insert into notices.tally (city_id, on_day, channel, outcome, part, count)
    select ${cityId}::smallint, (key ->> 0)::date, key ->> 1, key ->> 2,
      ${Math.floor(Math.random() * parts)}::smallint, by
    from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) as added (key jsonb, by integer)
    order by key
    on conflict (city_id, on_day, channel, outcome, part) do update
    set count = notices.tally.count + excluded.count`,
};

/** 计数: never a count over messages. */
export function addToTally(
  ctx: Context,
  way: NoticeWay,
  counts: ReadonlyMap<NoticeOutcome, number>,
): void {
  const { on } = cityHour(ctx.now, ctx.city.zone);
  for (const [outcome, by] of counts) addUp(ctx, tally, { key: [on, way, outcome], by });
}

const read = z.object({
  day: z.string(),
  way: z.enum(noticeWays),
  outcome: z.enum(noticeOutcomes),
  count: z.coerce.number(),
});

/** 收发统计 of the last two weeks, newest day first. */
export async function readTally(ctx: Context): Promise<ReplyOf<typeof contract.readTally>> {
  const { on: today } = cityHour(ctx.now, ctx.city.zone);
  const rows = await tablesOf<'notices'>(ctx.tx)
    .selectFrom('notices.tally')
    .select(({ fn }) => ['on_day as day', 'channel as way', 'outcome', fn.sum('count').as('count')])
    .where('city_id', '=', ctx.cityId)
    .where('on_day', '>', dayAfter(today, -shownDays))
    .groupBy(['on_day', 'channel', 'outcome'])
    .orderBy('on_day', 'desc')
    .orderBy('channel')
    .execute();
  const lines = Map.groupBy(
    rows.map((row) => read.parse(row)),
    ({ day, way }) => `${day} ${way}`,
  );
  return {
    days: shownDays,
    rows: [...lines.values()].flatMap((found) => {
      const [first] = found;
      const countOf = (outcome: NoticeOutcome) =>
        found.find((row) => row.outcome === outcome)?.count ?? 0;
      if (!first) return [];
      return {
        day: first.day,
        way: first.way,
        sent: countOf('sent'),
        delivered: countOf('delivered'),
        failed: countOf('failed'),
        uncertain: countOf('uncertain'),
      };
    }),
  };
}
