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

/** What was told is heard, and what falls due until then fires at its own instant, as it would have. */
export async function liveUntil(real: Runtime, until: Date): Promise<void> {
  for (;;) {
    const { hasNews, next } = await pending(real);
    const isDue = next !== null && next <= until;
    if (!hasNews && !isDue) return;
    await drain(real, isDue ? next : until);
  }
}

interface Pending {
  hasNews: boolean;
  next: Date | null;
}

async function pending({ db }: Runtime): Promise<Pending> {
  const { rows } = await sql<Pending>`
    select exists (select from platform.outbox) as "hasNews",
      (select min(at) from platform.alarm) as next`.execute(db.kysely);
  return rows[0] ?? { hasNews: false, next: null };
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
