import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf, tablesOf } from '../../platform/db.ts';
import { visibleTo } from '../orders/index.ts';

const most = 20;

interface Proposed {
  readonly id: string;
}

const open = (ctx: Context) =>
  readerOf(ctx.tx)
    .selectFrom('orders.order as o')
    .select('o.id')
    .where('o.city_id', '=', ctx.cityId)
    .where('o.secrecy', '<', 3)
    .where(visibleTo(ctx.actor))
    .limit(most);

/** 退单争议, by the index of open orders. */
export const disputed = (ctx: Context): Promise<Proposed[]> =>
  open(ctx).where('o.status', '=', 'in-dispute').orderBy('o.urgency').orderBy('o.id').execute();

/** 已超时 of U1 and U2, the longest late first, by the index of due times. */
export const lateAndUrgent = (ctx: Context): Promise<Proposed[]> =>
  open(ctx)
    .where('o.status', 'in', ['in-progress', 'need-info'])
    .where('o.due_at', '<', ctx.now)
    .where('o.urgency', 'in', ['U1', 'U2'])
    .orderBy('o.due_at')
    .execute();

const clueDays = 30;

/** 涉稳线索 of the last weeks whose order is not over, by the index of clues. */
export const withClue = (ctx: Context): Promise<Proposed[]> =>
  open(ctx)
    .where('o.status', 'in', [
      'to-dispatch',
      'in-progress',
      'in-dispute',
      'need-info',
      'reply-review',
    ])
    .where(
      'o.id',
      'in',
      tablesOf<'linkage'>(ctx.tx)
        .selectFrom('linkage.record')
        .select('order_id')
        .where('city_id', '=', ctx.cityId)
        .where('act', '=', 'clue')
        .where(
          'order_id',
          '>=',
          sql<string>`platform.first_id(${new Date(ctx.now.getTime() - clueDays * 86_400_000)})`,
        ),
    )
    .orderBy('o.id', 'desc')
    .execute();

export async function insertConsultation(ctx: Context, meetingId: string): Promise<void> {
  await tablesOf<'linkage'>(ctx.tx)
    .insertInto('linkage.consultation')
    .values({ city_id: ctx.cityId, meeting_id: meetingId, planned_at: ctx.now })
    .execute();
}

export async function latestConsultations(ctx: Context, count: number): Promise<string[]> {
  const rows = await tablesOf<'linkage'>(ctx.tx)
    .selectFrom('linkage.consultation')
    .select('meeting_id')
    .where('city_id', '=', ctx.cityId)
    .orderBy('meeting_id', 'desc')
    .limit(count)
    .execute();
  return rows.map(({ meeting_id }) => meeting_id);
}
