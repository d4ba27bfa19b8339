import { runTaskListOnce } from 'graphile-worker';
import { sql } from 'kysely';
import { besideDone } from './beside.ts';
import { doChores } from './chores.ts';
import type { VirtualClock } from './clock.ts';
import type { Runtime } from './context.ts';
import { forever } from './forever.ts';
import { freeJobs, queueLog } from './job-queue.ts';
import { keepHouse } from './keep-house.ts';
import { mutex } from './mutex.ts';
import { tick } from './ticker.ts';
import { tasksOf } from './worker.ts';

export interface Advanced {
  readonly now: Date;
  readonly fired: number;
  /** Work that could not be done: jobs nobody handles. */
  readonly left: number;
  readonly failed: readonly FailedJob[];
}

export interface FailedJob {
  readonly job: string;
  readonly error: string;
}

export interface VirtualTime {
  readonly clock: VirtualClock;
  /** Fires every alarm until then, in order, each at its own instant, and returns when nothing is left to do. */
  advance(to: Date): Promise<Advanced>;
  stop(): Promise<void>;
}

const attempts = 3;
const pauseMilliseconds = 100;

/** The worker of a process on a virtual clock: one thing at a time, in order, with no waiting between tries. */
export function startVirtualTime(runtime: Runtime, clock: VirtualClock): VirtualTime {
  const failed: FailedJob[] = [];
  const oneAtATime = mutex();

  // Jobs left by a run before this one wait without any news of them; what it was killed with is given back.
  let hasJobs = true;
  async function drain(): Promise<number> {
    let fired = 0;
    if (hasJobs) await freeJobs(runtime);
    for (;;) {
      const { news, alarms } = await tick(runtime, attempts);
      fired += alarms;
      if (news + alarms === 0 && !hasJobs) return fired;
      await runJobs(runtime, failed);
      await besideDone(runtime);
      hasJobs = false;
    }
  }

  async function advance(to: Date): Promise<Advanced> {
    let fired = await drain();
    for (let next = await nextAlarm(runtime, to); next; next = await nextAlarm(runtime, to)) {
      await moveTo(runtime, clock, next);
      fired += await drain();
    }
    await moveTo(runtime, clock, to);
    await keepHouse(runtime);
    return { now: clock.now(), fired, left: await waitingJobs(runtime), failed: failed.splice(0) };
  }

  const doneAt = new Map<string, number>();
  async function turn(): Promise<void> {
    await drain();
    await doChores(runtime, doneAt);
  }

  const life = forever(async () => {
    await oneAtATime(turn).catch((error) =>
      runtime.log.warn({ err: error }, 'virtual worker turn failed'),
    );
    return pauseMilliseconds;
  });
  return { clock, advance: (to) => oneAtATime(() => advance(to)), stop: life.stop };
}

/** The clock's place is kept, so that the program goes on from there when it starts again. */
async function moveTo({ db }: Runtime, clock: VirtualClock, at: Date): Promise<void> {
  clock.set(at);
  await sql`update platform.installation set clock_at = ${clock.now()}`.execute(db.kysely);
}

async function nextAlarm({ db }: Runtime, until: Date): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(at) as at from platform.alarm where at <= ${until}`.execute(db.kysely);
  return rows[0]?.at ?? null;
}

/** Until every job is done or has failed for good: a failed one is tried again at once. */
async function runJobs(runtime: Runtime, failed: FailedJob[]): Promise<void> {
  const tasks = tasksOf(runtime);
  if (Object.keys(tasks).length === 0) return;
  do {
    const client = await runtime.db.pool.connect();
    try {
      await runTaskListOnce({ noHandleSignals: true, logger: queueLog(runtime.log) }, tasks, client)
        .promise;
    } finally {
      client.release();
    }
  } while (await tryAgain(runtime, failed));
}

interface Tried {
  readonly id: string;
  readonly job: string;
  readonly error: string;
  readonly is_over: boolean;
}

async function tryAgain({ db }: Runtime, failed: FailedJob[]): Promise<boolean> {
  const { rows } = await sql<Tried>`
    select id, task_identifier as job, coalesce(last_error, '') as error, attempts >= max_attempts as is_over
    from graphile_worker.jobs
    where attempts > 0`.execute(db.kysely);
  const over = rows.filter(({ is_over }) => is_over);
  const again = rows.filter(({ is_over }) => !is_over);
  failed.push(...over.map(({ job, error }) => ({ job, error })));
  const ids = (jobs: Tried[]) => jobs.map(({ id }) => id);
  if (over.length > 0)
    await sql`select from graphile_worker.complete_jobs(${ids(over)}::bigint[])`.execute(db.kysely);
  if (again.length === 0) return false;
  await sql`
    select from graphile_worker.reschedule_jobs(${ids(again)}::bigint[], run_at => '2000-01-01')`.execute(
    db.kysely,
  );
  return true;
}

async function waitingJobs({ db }: Runtime): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*) as count from graphile_worker.jobs`.execute(db.kysely);
  return rows[0]?.count ?? 0;
}
