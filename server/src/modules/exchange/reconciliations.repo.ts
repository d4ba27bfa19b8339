import type { MismatchKind } from '@minsheng/contract/exchange.ts';
import type { MessageDirection } from '@minsheng/contract/words/exchange.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { jsonb, tablesOf } from '../../platform/db.ts';
import type { Json } from '../../platform/json.ts';

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

/** The latest days, of each the first `most` of what did not fit: a peer that lost all has very many. */
export async function reconciliations(
  ctx: Context,
  { peer, limit, most }: { peer: string | null; limit: number; most: number },
) {
  return tablesOf<'exchange'>(ctx.tx)
    .selectFrom('exchange.reconciliation')
    .select(['peer', 'day', 'at', 'state', 'sent', 'received', 'closed'])
    .select(
      sql<Json>`jsonb_path_query_array(mismatches, '$[0 to ${sql.raw(String(most - 1))}]')`.as(
        'mismatches',
      ),
    )
    .select(sql<number>`jsonb_array_length(mismatches)`.as('mismatched'))
    .where('city_id', '=', ctx.cityId)
    .$if(peer !== null, (query) => query.where('peer', '=', peer ?? ''))
    .orderBy('day', 'desc')
    .orderBy('peer')
    .limit(limit)
    .execute();
}

/** 不符的日子 by peer, from a day on: a person is told of them until they fit. */
export async function mismatchedDays(ctx: Context, from: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ peer: string; days: number }>`
    select peer, count(*)::int as days
    from exchange.reconciliation
    where city_id = ${ctx.cityId} and day >= ${from}::date and mismatches <> '[]'::jsonb
    group by peer`.execute(ctx.tx);
  return new Map(rows.map(({ peer, days }) => [peer, days]));
}

/**
 * Days since the peer is known that were not compared yet, that did not fit, or of which something was still on its way
 * or came since. A day without a message of ours is asked too: perhaps all of theirs were lost.
 */
export async function daysToReconcile(
  ctx: Context,
  { peer, from, to }: { peer: string; from: string; to: string },
): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select day.day::date as day
    from generate_series(${from}::date, ${to}::date, interval '1 day') as day (day)
    where not exists (
      select from exchange.reconciliation as r
      where r.city_id = ${ctx.cityId} and r.peer = ${peer} and r.day = day.day::date
        and r.state = 'compared' and r.mismatches = '[]'::jsonb
        and not exists (
          select from exchange.message as m
          where m.city_id = r.city_id and m.peer = r.peer and m.day = r.day
            and (m.done_at is null or m.done_at > r.at)
        )
    )
    order by day.day`.execute(ctx.tx);
  return rows.map(({ day }) => day);
}
