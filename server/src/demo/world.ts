import { sql } from 'kysely';
import { type Actor, systemActor } from '../platform/actor.ts';
import { type VirtualClock, virtualClock } from '../platform/clock.ts';
import type { Context, Runtime } from '../platform/context.ts';
import { handledJobs } from '../platform/jobs.ts';
import { type ClaimedJob, claim } from '../platform/ticker.ts';
import { transact } from '../platform/transact.ts';

type UseCase<Input, Reply> = (ctx: Context, input: Input) => Promise<Reply>;

/** The same database and the same use cases, on a clock of one's own. */
export interface World {
  readonly clock: VirtualClock;
  do<Input, Reply>(actor: Actor, useCase: UseCase<Input, Reply>, input: Input): Promise<Reply>;
}

export function worldAt(real: Runtime, start: Date): World {
  const clock = virtualClock(start);
  const runtime: Runtime = { ...real, clock };
  return {
    clock,
    do: (actor, useCase, input) => transact(runtime, actor, (ctx) => useCase(ctx, input)),
  };
}

/** What was told is heard, and what falls due until then fires at its own instant, as it would have. */
export async function liveUntil(real: Runtime, until: Date): Promise<void> {
  for (;;) {
    const { hasNews, next } = await waiting(real);
    const isDue = next !== null && next <= until;
    if (!hasNews && !isDue) return;
    await drain(real, isDue ? next : until);
  }
}

async function waiting({ db }: Runtime): Promise<{ hasNews: boolean; next: Date | null }> {
  const { rows } = await sql<{ has_news: boolean; next: Date | null }>`
    select exists (select from platform.outbox) as has_news,
      (select min(at) from platform.alarm) as next`.execute(db.kysely);
  return { hasNews: rows[0]?.has_news ?? false, next: rows[0]?.next ?? null };
}

/** Orders with an alarm until then, and when it rings first. */
export async function alarmsUntil({ db }: Runtime, until: Date): Promise<Map<string, Date>> {
  const { rows } = await sql<{ order_id: string; at: Date }>`
    select payload ->> 'orderId' as order_id, min(at) as at
    from platform.alarm
    where at <= ${until} and payload ? 'orderId'
    group by 1`.execute(db.kysely);
  return new Map(rows.map(({ order_id, at }) => [order_id, at]));
}

/** Past the queue: nobody else works yet, and a job that fails here is a fault of the program, not of the network. */
async function drain(real: Runtime, at: Date): Promise<void> {
  const runtime: Runtime = { ...real, clock: virtualClock(at) };
  const { jobs } = await real.db.kysely.transaction().execute((tx) => claim(tx, at));
  // Messages are each for themselves; everything else happens one after the other.
  const messages = jobs.filter(({ identifier }) => identifier === 'notices:send');
  await Promise.all(messages.map((message) => runJob(runtime, message)));
  for (const job of jobs) if (job.identifier !== 'notices:send') await runJob(runtime, job);
}

async function runJob(runtime: Runtime, { identifier, payload }: ClaimedJob): Promise<void> {
  const handler = handledJobs().get(identifier);
  if (!handler) throw new Error(`Job ${identifier} has no handler.`);
  await transact(runtime, systemActor, (ctx) => handler(ctx, payload.input));
}
