import { sql } from 'kysely';
import { follow } from '../modules/indicators/make-facts.ts';
import { type Actor, systemActor } from '../platform/actor.ts';
import { type VirtualClock, virtualClock } from '../platform/clock.ts';
import type { Context, Runtime } from '../platform/context.ts';
import { news } from '../platform/events.ts';
import type { ClaimedJob } from '../platform/give-jobs.ts';
import { handledJobs, handledOutside } from '../platform/jobs.ts';
import { claim } from '../platform/ticker.ts';
import { transact } from '../platform/transact.ts';
import { answeredByNobody } from './other-line.ts';

type UseCase<Input, Reply> = (ctx: Context, input: Input) => Promise<Reply>;

/** The same database and the same use cases, on a clock of one's own. */
export interface World {
  readonly clock: VirtualClock;
  /** For work that makes transactions of its own. */
  readonly runtime: Runtime;
  do<Input, Reply>(actor: Actor, useCase: UseCase<Input, Reply>, input: Input): Promise<Reply>;
}

export function worldAt(real: Runtime, start: Date): World {
  const clock = virtualClock(start);
  const runtime: Runtime = { ...real, clock };
  return {
    clock,
    runtime,
    do: (actor, useCase, input) => transact(runtime, actor, (ctx) => useCase(ctx, input)),
  };
}

/** 时间线: what was told is heard, and what falls due fires at its own instant, as it would have. */
export interface Timeline {
  liveUntil(until: Date): Promise<void>;
  /** The figures of each order are made once, now that all of it is told. */
  finish(): Promise<void>;
}

/** Rounds after which what has left the queues is cleared away. */
const roundsBetweenSweeps = 400;

export function timelineOf(real: Runtime): Timeline {
  const readLast = new Map<string, ClaimedJob>();
  let rounds = 0;
  async function drain(at: Date): Promise<void> {
    rounds += 1;
    if (rounds % roundsBetweenSweeps === 0) await sweepQueues(real);
    const heard = await ring(real, at);
    for (const job of heard.filter(makesFigures)) readLast.set(subjectOf(job), job);
    await hear(
      real,
      heard.filter((job) => !makesFigures(job)),
    );
  }
  return {
    async liveUntil(until) {
      for (;;) {
        const { hasNews, next } = await pending(real);
        const isDue = next !== null && next <= until;
        if (!hasNews && !isDue) return;
        await drain(isDue ? next : until);
      }
    },
    async finish() {
      await hear(real, [...readLast.values()]);
      readLast.clear();
    },
  };
}

/** Figures are read by nobody before the present; whatever else hears news may set an alarm of the past. */
const makesFigures = ({ identifier }: ClaimedJob): boolean => identifier === follow.name;

function subjectOf({ identifier, payload }: ClaimedJob): string {
  const { kind, id } = news.parse(payload.input);
  return `${identifier} ${kind} ${id}`;
}

/**
 * Both queues are small and all their rows come and go. Inside one transaction nothing is vacuumed, so every look would
 * wade through all that ever passed: they are written anew without it.
 */
async function sweepQueues({ db }: Runtime): Promise<void> {
  await db.transaction(async (tx) => {
    for (const queue of ['platform.outbox', 'platform.alarm']) {
      const table = sql.table(queue);
      await sql`create temporary table waiting as select * from ${table}`.execute(tx);
      await sql`truncate ${table}`.execute(tx);
      await sql`insert into ${table} overriding system value select * from waiting`.execute(tx);
      await sql`drop table waiting`.execute(tx);
    }
  });
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
 * ring in one transaction at their instant; answers the news, which is heard at the instant it tells of.
 */
async function ring(real: Runtime, at: Date): Promise<ClaimedJob[]> {
  return transact({ ...real, clock: virtualClock(at) }, systemActor, async (ctx) => {
    const { jobs } = await claim(ctx.tx, at);
    for (const job of jobs) if (!isNews(job)) await runJob(real, ctx, job);
    return jobs.filter(isNews);
  });
}

/** What was told together is heard in one transaction. */
async function hear(real: Runtime, heard: readonly ClaimedJob[]): Promise<void> {
  const together = Map.groupBy(heard, (job) => toldAt(job).getTime());
  for (const [at, jobs] of together)
    await transact({ ...real, clock: virtualClock(new Date(at)) }, systemActor, async (ctx) => {
      for (const job of jobs) await runJob(real, ctx, job);
    });
}

/** Alarms have a key; what a subscriber hears has none. */
const isNews = ({ job_key: key }: ClaimedJob): boolean => key === null;

const toldAt = ({ payload }: ClaimedJob): Date => new Date(news.parse(payload.input).at);

/** What a job asks outside the twins of the demo answer: no reason to leave the transaction. */
async function runJob(
  real: Runtime,
  ctx: Context,
  { identifier, payload }: ClaimedJob,
): Promise<void> {
  const outside = handledOutside().get(identifier);
  if (outside) return outside((work) => work(ctx), real, payload.input);
  const handler = answeredByNobody.get(identifier) ?? handledJobs().get(identifier);
  if (!handler) throw new Error(`Job ${identifier} has no handler.`);
  await handler(ctx, payload.input);
}
