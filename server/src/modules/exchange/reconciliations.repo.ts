import type { MismatchKind } from '@minsheng/contract/exchange.ts';
import type { MessageDirection } from '@minsheng/contract/words/exchange.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { jsonb, tablesOf } from '../../platform/db.ts';

/** 不符: a message that only one side has, or that differs. */
export interface Mismatch {
  readonly kind: MismatchKind;
  readonly direction: MessageDirection;
  /** The message's own id. */
  readonly name: string;
  readonly messageKind: string;
  /** Our own id of it, which opens it; null where only they have it. */
  readonly messageId: string | null;
}

export interface Reconciled {
  readonly peer: string;
  readonly day: string;
  readonly state: 'compared' | 'unreachable';
  readonly sent: number;
  readonly received: number;
  readonly closed: number;
  readonly mismatches: readonly Mismatch[];
}

/** The latest comparison of a day stands; one that failed leaves what was found before. */
export async function saveReconciliation(ctx: Context, day: Reconciled): Promise<void> {
  const row = {
    at: ctx.now,
    state: day.state,
    sent: day.sent,
    received: day.received,
    closed: day.closed,
    mismatches: jsonb(day.mismatches.map((one) => ({ ...one }))),
  };
  await tablesOf<'exchange'>(ctx.tx)
    .insertInto('exchange.reconciliation')
    .values({ ...row, city_id: ctx.cityId, peer: day.peer, day: day.day })
    .onConflict((conflict) => {
      const same = conflict.columns(['city_id', 'peer', 'day']);
      return day.state === 'compared' ? same.doUpdateSet(row) : same.doNothing();
    })
    .execute();
}

export async function reconciliations(ctx: Context, peer: string | null, limit: number) {
  return tablesOf<'exchange'>(ctx.tx)
    .selectFrom('exchange.reconciliation')
    .select(['peer', 'day', 'at', 'state', 'sent', 'received', 'closed', 'mismatches'])
    .where('city_id', '=', ctx.cityId)
    .$if(peer !== null, (query) => query.where('peer', '=', peer ?? ''))
    .orderBy('day', 'desc')
    .orderBy('peer')
    .limit(limit)
    .execute();
}

/** Days with messages that were not compared yet, or not since something of them was still on its way. */
export async function daysToReconcile(
  ctx: Context,
  { peer, from, to }: { peer: string; from: string; to: string },
): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select day.day::date as day
    from generate_series(${from}::date, ${to}::date, interval '1 day') as day (day)
    where exists (
      select from exchange.message as m
      where m.city_id = ${ctx.cityId} and m.peer = ${peer} and m.day = day.day::date
    )
    and not exists (
      select from exchange.reconciliation as r
      where r.city_id = ${ctx.cityId} and r.peer = ${peer} and r.day = day.day::date
        and r.state = 'compared' and r.mismatches = '[]'::jsonb
    )
    order by day.day`.execute(ctx.tx);
  return rows.map(({ day }) => day);
}
