import type { insight } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Channel } from '@minsheng/contract/words/order.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { firstIdAt, searchable, wasAsked, wasClosedOn, wasOverridden } from '../desk/index.ts';
import * as matters from '../matters/index.ts';

type Today = ReplyOf<typeof insight.today>;

const count = sql<number>`count(*)::integer`;
const shownMatters = 10;

/** 今日收到: a short range of the primary key. People by their number, once; without a number each counts. Behind a proactive order stands nobody. */
export async function receivedSince(ctx: Context, start: Date): Promise<Today['receivedToday']> {
  const arrived = () => searchable(ctx).where('o.id', '>=', firstIdAt(start)).where(wasAsked);
  const [totals, byChannel] = await Promise.all([
    arrived()
      .leftJoin('requesters.requester as r', (join) =>
        join.onRef('r.city_id', '=', 'o.city_id').onRef('r.order_id', '=', 'o.id'),
      )
      .select([
        count.as('appeals'),
        sql<number>`(count(distinct r.phone_index) + count(*) filter (where r.phone_index is null))::integer`.as(
          'people',
        ),
        sql<number>`count(distinct o.issue_id)::integer`.as('issues'),
      ])
      .executeTakeFirstOrThrow(),
    arrived()
      .select([sql<Channel>`o.channel`.as('channel'), count.as('count')])
      .groupBy('o.channel')
      .orderBy('count', 'desc')
      .execute(),
  ]);
  return { ...totals, byChannel };
}

/** 今日结案. */
export async function closedOn(ctx: Context, on: string): Promise<number> {
  const row = await searchable(ctx)
    .select(count.as('count'))
    .where(wasClosedOn(ctx, on))
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function mattersSince(ctx: Context, start: Date): Promise<Today['byMatter']> {
  const rows = await searchable(ctx)
    .select(['o.matter_code as code', count.as('count')])
    .where('o.id', '>=', firstIdAt(start))
    .where(wasAsked)
    .groupBy('o.matter_code')
    .orderBy('count', 'desc')
    .orderBy('o.matter_code')
    .limit(shownMatters)
    .execute();
  const names = await matters.matterNames(
    ctx,
    rows.map(({ code }) => code),
  );
  return rows.map((row) => ({ ...row, name: names.get(row.code) ?? row.code }));
}

/** 请基层协助 since a day, shown to the director (66号文(五)). */
export async function overriddenSince(ctx: Context, since: string): Promise<number> {
  const row = await searchable(ctx)
    .select(count.as('count'))
    .where(wasOverridden(ctx, since))
    .executeTakeFirstOrThrow();
  return row.count;
}
