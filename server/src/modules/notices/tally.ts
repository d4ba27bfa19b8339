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
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { dayAfter } from '../../platform/zone.ts';
import { cityHour } from '../organisation/index.ts';

const parts = 8;
const shownDays = 14;

/** 计数: never a count over messages. The outcomes in one order, so that no two who count wait for each other. */
export async function addToTally(
  ctx: Context,
  way: NoticeWay,
  counts: ReadonlyMap<NoticeOutcome, number>,
): Promise<void> {
  const part = Math.floor(Math.random() * parts);
  const { on } = cityHour(ctx.now, ctx.city.zone);
  for (const outcome of noticeOutcomes) {
    const count = counts.get(outcome) ?? 0;
    if (count === 0) continue;
    await sql`
      /* kept */ insert into notices.tally (city_id, on_day, channel, outcome, part, count)
      values (${ctx.cityId}, ${on}, ${way}, ${outcome}, ${part}, ${count})
      on conflict (city_id, on_day, channel, outcome, part) do update
      set count = notices.tally.count + excluded.count`.execute(ctx.tx);
  }
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
