import type { Desk } from '@minsheng/contract/words/desks.ts';
import { type SqlBool, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import { instantOf, type Place, pageRows } from '../../platform/keyset.ts';
import { keptList } from '../../platform/prepared.ts';
import { visibleTo } from '../orders/index.ts';

/** 逾期清单: what units owe the centre and is over. */
export const lateDesks = ['ledger-late', 'report-late'] as const satisfies readonly Desk[];
export type LateDesk = (typeof lateDesks)[number];

export const isLateDesk = (desk: Desk): desk is LateDesk => lateDesks.some((one) => one === desk);

export interface LatePlace extends Place {
  readonly orderId: string;
  readonly dueAt: Date;
}

/** The longest over first. */
export async function latePlaces(
  ctx: Context,
  desk: LateDesk,
  after: Place | null,
): Promise<LatePlace[]> {
  const at = after && instantOf(after);
  const read = await lateOn(ctx, desk)
    .where(after ? sql<SqlBool>`(l.due_at, l.id) > (${at}, ${after.id}::uuid)` : sql<SqlBool>`true`)
    .orderBy('l.due_at')
    .orderBy('l.id')
    .limit(pageRows + 1)
    .execute();
  return read.map((row) => ({ ...row, by: row.dueAt.toISOString() }));
}

const mostCounted = 1000;
/** Some of what is owed stands still meanwhile and is no late one: so far is looked. */
const mostLooked = 4 * mostCounted;

/**
 * Late by time and not by a step, so no transition keeps this counter: it looks at so much of what is owed, the longest
 * over first, and counts no more than a thousand of it. Capped: there may be more. Usually little is owed, and then only
 * the months of those orders are planned and read.
 */
export async function countLate(
  ctx: Context,
  desk: LateDesk,
): Promise<{ count: number; isCapped: boolean }> {
  const owed = await readerOf(ctx.tx)
    .selectFrom(owedOn(ctx, desk).as('l'))
    .modifyFront(keptList)
    .select('l.order_id')
    .orderBy('l.due_at')
    .orderBy('l.id')
    .limit(sql.lit(mostLooked))
    .execute();
  if (owed.length === 0) return { count: 0, isCapped: false };
  const late = await standing(ctx, desk)
    .select('o.id')
    .where(
      'o.id',
      '=',
      sql<string>`any (${[...new Set(owed.map(({ order_id }) => order_id))]}::uuid[])`,
    )
    .execute();
  const isLate = new Set(late.map(({ id }) => id));
  const count = Math.min(mostCounted, owed.filter(({ order_id }) => isLate.has(order_id)).length);
  return { count, isCapped: count === mostCounted || owed.length === mostLooked };
}

const standing = (ctx: Context, desk: LateDesk) =>
  readerOf(ctx.tx)
    .selectFrom('orders.order as o')
    .where('o.city_id', '=', ctx.cityId)
    .where(sql<SqlBool>`o.status = any (${desk === 'ledger-late' ? ['parked'] : running}::text[])`)
    .where(visibleTo(ctx.actor));

const lateOn = (ctx: Context, desk: LateDesk) =>
  standing(ctx, desk)
    .innerJoin(owedOn(ctx, desk).as('l'), 'l.order_id', 'o.id')
    .select(['l.due_at as dueAt', 'l.id', 'o.id as orderId']);

/** The states stand in the statement itself: only then does the index of what is owed serve it. */
function owedOn(ctx: Context, desk: LateDesk) {
  const reader = readerOf(ctx.tx);
  return desk === 'ledger-late'
    ? reader
        .selectFrom('deferrals.ledger')
        .select(['order_id', 'order_id as id', 'review_due_at as due_at'])
        .$narrowType<{ due_at: Date }>()
        .where('city_id', '=', ctx.cityId)
        .where(sql<SqlBool>`is_review_late and state = 'open'`)
    : reader
        .selectFrom('dispatch.assignment')
        .select(['order_id', 'id', 'stage_report_due_at as due_at'])
        .$narrowType<{ due_at: Date }>()
        .where('city_id', '=', ctx.cityId)
        .where('stage_report_due_at', '<=', ctx.now)
        .where(sql<SqlBool>`stage_report_due_at is not null and state in
          ('sent', 'signed', 'contacted', 'delegated', 'return-to-sign', 'return-asked')`);
}

/** Not while it waits for somebody else, nor in the ledger, which has reviews of its own. */
const running = ['in-progress', 'in-dispute'];
