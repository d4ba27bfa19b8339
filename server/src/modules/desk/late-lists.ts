import type { Desk } from '@minsheng/contract/words/desks.ts';
import { type SqlBool, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import { instantOf, type Place, pageRows } from '../../platform/keyset.ts';
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
  const read = await lateOn(ctx, desk, null)
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
  const { looked, late } = await readerOf(ctx.tx)
    .selectNoFrom((eb) => [
      eb
        .selectFrom(owedOn(ctx, desk, mostLooked).as('owed'))
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('looked'),
      eb
        .selectFrom(lateOn(ctx, desk, mostLooked).limit(mostCounted).as('late'))
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('late'),
    ])
    .executeTakeFirstOrThrow();
  const count = Number(late ?? 0);
  return { count, isCapped: count === mostCounted || Number(looked ?? 0) === mostLooked };
}

const lateOn = (ctx: Context, desk: LateDesk, most: number | null) =>
  readerOf(ctx.tx)
    .selectFrom('orders.order as o')
    .innerJoin(owedOn(ctx, desk, most).as('l'), 'l.order_id', 'o.id')
    .select(['l.due_at as dueAt', 'l.id', 'o.id as orderId'])
    .where('o.city_id', '=', ctx.cityId)
    .where(sql<SqlBool>`o.status = any (${desk === 'ledger-late' ? ['parked'] : running}::text[])`)
    .where(visibleTo(ctx.actor));

/** The states stand in the statement itself: only then does the index of what is owed serve it. */
function owedOn(ctx: Context, desk: LateDesk, most: number | null) {
  const reader = readerOf(ctx.tx);
  return desk === 'ledger-late'
    ? reader
        .selectFrom('deferrals.ledger')
        .select(['order_id', 'order_id as id', 'review_due_at as due_at'])
        .$narrowType<{ due_at: Date }>()
        .where('city_id', '=', ctx.cityId)
        .where(sql<SqlBool>`is_review_late and state = 'open'`)
        .$if(most !== null, (owed) =>
          owed
            .orderBy('due_at')
            .orderBy('order_id')
            .limit(most ?? 0),
        )
    : reader
        .selectFrom('dispatch.assignment')
        .select(['order_id', 'id', 'stage_report_due_at as due_at'])
        .$narrowType<{ due_at: Date }>()
        .where('city_id', '=', ctx.cityId)
        .where('stage_report_due_at', '<=', ctx.now)
        .where(sql<SqlBool>`stage_report_due_at is not null and state in
          ('sent', 'signed', 'contacted', 'delegated', 'return-to-sign', 'return-asked')`)
        .$if(most !== null, (owed) =>
          owed
            .orderBy('due_at')
            .orderBy('id')
            .limit(most ?? 0),
        );
}

/** Not while it waits for somebody else, nor in the ledger, which has reviews of its own. */
const running = ['in-progress', 'in-dispute'];
