import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { Pending } from './pending.repo.ts';

const columns = sql.raw(
  'p.id, p.peer, p.direction, p.line, p.seq, p.kind, p.state, p.attempts, p.first_at, p.next_at, p.error_code, p.error_detail, p.claimed_until',
);

/** Nothing stands before it in its case. */
const isFirst = sql`not exists (
  select from exchange.pending as before
  where before.city_id = p.city_id
    and before.peer = p.peer
    and before.direction = 'out'
    and before.line = p.line
    and before.seq < p.seq
)`;

/** What may leave to this peer, now or later. */
const isFirstOut = (ctx: Context, peer: string) => sql`
  p.city_id = ${ctx.cityId}
  and p.peer = ${peer}
  and p.state = 'waiting'
  and p.direction = 'out'
  and ${isFirst}`;

/**
 * The oldest that may leave, of as many cases: none before it in its case, due, and claimed by nobody. Held until they are
 * claimed, so that several at work for one peer do not take the same.
 */
export async function nextToSend(ctx: Context, peer: string, most: number): Promise<Pending[]> {
  const { rows } = await sql<Pending>`
    select ${columns}
    from exchange.pending as p
    where ${isFirstOut(ctx, peer)}
      and p.next_at <= ${ctx.now}
      and (p.claimed_until is null or p.claimed_until <= ${ctx.now})
    order by p.id
    limit ${most}
    for update of p skip locked`.execute(ctx.tx);
  return rows;
}

/** When the peer's queue has something due again, what a dead process claimed included; null: nothing waits. */
export async function nextDueAt(ctx: Context, peer: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date }>`
    select greatest(p.next_at, p.claimed_until) as at
    from exchange.pending as p
    where ${isFirstOut(ctx, peer)}
    order by 1
    limit 1`.execute(ctx.tx);
  return rows[0]?.at ?? null;
}

/** The first of the peer's that may leave; null: nothing may. What waits behind a dead letter is told with that. */
export async function oldestWaiting(
  ctx: Context,
  peer: string,
): Promise<{ readonly id: string; readonly at: Date } | null> {
  const { rows } = await sql<{ id: string; at: Date }>`
    select p.id, p.first_at as at
    from exchange.pending as p
    where ${isFirstOut(ctx, peer)}
    order by p.id
    limit 1`.execute(ctx.tx);
  return rows[0] ?? null;
}

export interface QueueLength {
  readonly waiting: number;
  readonly held: number;
  readonly dead: number;
  /** The longest on its way to the peer. */
  readonly oldestAt: Date | null;
}

/** 队列: by peer, over what is not finished. */
export async function queueLengths(ctx: Context): Promise<Map<string, QueueLength>> {
  const { rows } = await sql<QueueLength & { peer: string }>`
    select peer,
      count(*) filter (where state = 'waiting') as waiting,
      count(*) filter (where state = 'held') as held,
      count(*) filter (where state = 'dead') as dead,
      min(first_at) filter (where state = 'waiting' and direction = 'out') as "oldestAt"
    from exchange.pending
    where city_id = ${ctx.cityId}
    group by peer`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.peer, row]));
}

/** A person asks for it: whatever waits out a pause is due. */
export async function dueNow(ctx: Context, peer: string): Promise<void> {
  await tablesOf<'exchange'>(ctx.tx)
    .updateTable('exchange.pending')
    .set({ next_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('peer', '=', peer)
    .where('state', '=', 'waiting')
    .where('direction', '=', 'out')
    .where('next_at', '>', ctx.now)
    .execute();
}
