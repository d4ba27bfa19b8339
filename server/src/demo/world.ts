import { sql } from 'kysely';
import { type Actor, systemActor } from '../platform/actor.ts';
import { type VirtualClock, virtualClock } from '../platform/clock.ts';
import type { Context, Runtime } from '../platform/context.ts';
import { news } from '../platform/events.ts';
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

/** When the next alarm of an order rings, by order. */
export type Ringing = ReadonlyMap<string, Date>;

/**
 * What was told is heard, and what falls due until then fires at its own instant, as it would have. Answers which orders
 * have an alarm ahead, as far as `ahead`.
 */
export async function liveUntil(real: Runtime, until: Date, ahead: Date): Promise<Ringing> {
  for (;;) {
    const { hasNews, next, ringing } = await waiting(real, ahead);
    const isDue = next !== null && next <= until;
    if (!hasNews && !isDue) return ringing;
    await drain(real, isDue ? next : until);
  }
}

interface Pending {
  hasNews: boolean;
  next: Date | null;
  ringing: Ringing;
}

async function waiting({ db }: Runtime, ahead: Date): Promise<Pending> {
  const { rows } = await sql<{ has_news: boolean; at: Date | null; order_id: string | null }>`
    select exists (select from platform.outbox) as has_news, a.at, a.payload ->> 'orderId' as order_id
    from (select 1) as one
    left join platform.alarm as a on a.at <= ${ahead}
    order by a.at desc`.execute(db.kysely);
  const ringing = new Map<string, Date>();
  // From the latest to the first, so that the first of an order stays.
  for (const { at, order_id } of rows) if (at && order_id) ringing.set(order_id, at);
  return { hasNews: rows[0]?.has_news ?? false, next: rows.at(-1)?.at ?? null, ringing };
}

/**
 * Past the queue: nobody else works yet, and a job that fails here is a fault of the program, not of the network. Alarms
 * ring in one transaction at their instant; news is heard at the instant it tells of.
 */
async function drain(real: Runtime, at: Date): Promise<void> {
  const heard = await transact({ ...real, clock: virtualClock(at) }, systemActor, async (ctx) => {
    const { jobs } = await claim(ctx.tx, at);
    for (const job of jobs) if (!isNews(job)) await runJob(ctx, job);
    return jobs.filter(isNews);
  });
  for (const job of heard) {
    const clock = virtualClock(toldAt(job));
    await transact({ ...real, clock }, systemActor, (ctx) => runJob(ctx, job));
  }
}

/** Alarms have a key; what a subscriber hears has none. */
const isNews = ({ job_key: key }: ClaimedJob): boolean => key === null;

const toldAt = ({ payload }: ClaimedJob): Date => new Date(news.parse(payload.input).at);

async function runJob(ctx: Context, { identifier, payload }: ClaimedJob): Promise<void> {
  const handler = handledJobs().get(identifier);
  if (!handler) throw new Error(`Job ${identifier} has no handler.`);
  await handler(ctx, payload.input);
}
