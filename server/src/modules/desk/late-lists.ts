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
 * over first, and counts no more than a thousand of it. Capped: there may be more.
 */
export async function countLate(
  ctx: Context,
  desk: LateDesk,
): Promise<{ count: number; isCapped: boolean }> {
  const over = await overOn(ctx, desk);
  if (over.length === 0) return { count: 0, isCapped: false };
  const late = await standing(ctx, desk)
    .select('o.id')
    .where('o.id', '=', sql<string>`any (${[...new Set(over)]}::uuid[])`)
    .execute();
  const isLate = new Set(late.map(({ id }) => id));
  const count = Math.min(mostCounted, over.filter((id) => isLate.has(id)).length);
  return { count, isCapped: count === mostCounted || over.length === mostLooked };
}

/** So many are read whether they are over or not. */
const firstOwed = 200;

/**
 * The orders of what is over, the longest first. Planning a question to years of months takes longer than answering it,
 * and only one without parameters is surely planned once: so the first of what is owed are read whenever they are due,
 * and the time is asked only where all of those are over.
 */
async function overOn(ctx: Context, desk: LateDesk): Promise<string[]> {
  const owed = readerOf(ctx.tx)
    .selectFrom(owedOn(ctx, desk).as('l'))
    .modifyFront(keptList)
    .select(['l.order_id', 'l.due_at'])
    .orderBy('l.due_at')
    .orderBy('l.id');
  const first = await owed.limit(sql.lit(firstOwed)).execute();
  const over = first.filter(({ due_at: dueAt }) => dueAt <= ctx.now);
  const all =
    over.length < firstOwed
      ? over
      : await owed.where('l.due_at', '<=', ctx.now).limit(sql.lit(mostLooked)).execute();
  return all.map(({ order_id }) => order_id);
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
    .where('l.due_at', '<=', ctx.now)
    .select(['l.due_at as dueAt', 'l.id', 'o.id as orderId']);

/** The states stand in the statement itself: only then does the index of what is owed serve it. */
function owedOn(ctx: Context, desk: LateDesk) {
  const reader = readerOf(ctx.tx);
  return desk === 'ledger-late'
    ? reader
        .selectFrom('deferrals.ledger')
        .select(['order_id', 'order_id as id', 'review_due_at as due_at'])
        .$narrowType<{ due_at: Date }>()
        .where('city_id', '=', sql.lit(ctx.cityId))
        .where(sql<SqlBool>`is_review_late and state = 'open'`)
    : reader
        .selectFrom('dispatch.assignment')
        .select(['order_id', 'id', 'stage_report_due_at as due_at'])
        .$narrowType<{ due_at: Date }>()
        .where('city_id', '=', sql.lit(ctx.cityId))
        .where(sql<SqlBool>`stage_report_due_at is not null and state in
          ('sent', 'signed', 'contacted', 'delegated', 'return-to-sign', 'return-asked')`);
}

/** Not while it waits for somebody else, nor in the ledger, which has reviews of its own. */
const running = ['in-progress', 'in-dispute'];
