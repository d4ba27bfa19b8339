import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Logger,
  type Runner,
  run,
  type TaskList,
  type Worker,
  type WorkerEvents,
} from 'graphile-worker';
import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import { chore } from './chores.ts';
import type { Runtime } from './context.ts';
import type { Tx } from './db.ts';
import { forever, type Life } from './forever.ts';
import type { Log } from './log.ts';

/** Two at once leave connections for the people at the screens. */
const concurrency = 2;
const troubleMilliseconds = 1000;
const endMilliseconds = 10_000;
/** New work is told at once; polled for is what is tried again. */
const usualPoll = 1000;

/**
 * The job queue of this process. It is begun again under another name whenever it may not know what it has in hand: when it
 * cannot write down how a job ended, and when the database went away, which may have given it a job it never heard of, or
 * have forgotten that one was done. What lies under the old name is given back (`freeJobs`).
 */
export async function startQueue(
  runtime: Runtime,
  tasks: TaskList,
  pollMilliseconds = usualPoll,
): Promise<Life> {
  let isStopping = false;
  let running: Running | null = await begin(runtime, tasks, pollMilliseconds);
  async function turn(): Promise<number> {
    try {
      running ??= await begin(runtime, tasks, pollMilliseconds);
      if (isStopping) await running.runner.stop();
      await Promise.race([running.runner.promise, running.isOver]);
    } catch (error) {
      runtime.log.warn({ err: error }, 'job queue stopped');
    }
    // A connection that answers no more is waited for no longer than this: the queue has to begin again.
    await Promise.race([running?.letGo(), pause(troubleMilliseconds, undefined, { ref: false })]);
    running = null;
    return troubleMilliseconds;
  }
  const life = forever(turn);
  return {
    stop: async () => {
      isStopping = true;
      const ended = life.stop();
      // It may have been stopped already, by what it lost.
      await running?.runner.stop().catch(() => {});
      await ended;
    },
  };
}

interface Running {
  readonly runner: Runner;
  /** It lost the database, and had time to end what it has in hand. */
  readonly isOver: Promise<void>;
  /** Once it has ended: it lives no more, although its connections do. */
  letGo(): Promise<void>;
}

async function begin(runtime: Runtime, taskList: TaskList, pollInterval: number): Promise<Running> {
  const events: WorkerEvents = new EventEmitter();
  const { promise: isHeld, resolve } = Promise.withResolvers<void>();
  const { promise: isLost, resolve: lose } = Promise.withResolvers<void>();
  let letGo = async () => {};
  events.on('pool:listen:success', ({ workerPool, client }) => {
    letGo = () => letGoOf(client, workerPool.id).catch(() => {});
    hold(client, workerPool.id).then(resolve, () => {});
  });
  for (const trouble of ['pool:listen:error', 'worker:getJob:error'] as const)
    events.on(trouble, () => lose());
  const gone = new WeakSet<Worker>();
  events.on('worker:release', ({ worker }) => gone.add(worker));
  events.on('job:complete', ({ worker, job }) => {
    if (job.job_queue_id !== null) lookAgain(() => !gone.has(worker) && worker.nudge());
  });
  const runner = await run({
    pgPool: runtime.db.queue,
    taskList,
    events,
    concurrency,
    pollInterval,
    noHandleSignals: true,
    logger: queueLog(runtime.log),
    // Without a batch the library does not wait for the end of a job to be written, and a failure ends the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  const isOver = isLost.then(() => endWithin(runner, endMilliseconds));
  await Promise.race([isHeld, runner.promise, isOver]);
  return { runner, isOver, letGo: () => letGo() };
}

/** A job of minutes is not waited for: it is begun anew by whoever takes it next. */
async function endWithin(runner: Runner, milliseconds: number): Promise<void> {
  const ended = runner.stop().catch(() => {});
  await Promise.race([ended, pause(milliseconds, undefined, { ref: false })]);
}

/** How long after the end of a job its line is looked at again, in milliseconds: most ends are written within the first. */
const lookAgainAfter = [4, 20, 100];

/**
 * A line is free once the end of its job is written, and the library looks for the next without waiting for that: it finds
 * the line taken and comes back with the next poll, a job a second however many stand there.
 */
function lookAgain(nudge: () => void): void {
  for (const after of lookAgainAfter) setTimeout(nudge, after).unref();
}

const lockSpace = 'minsheng.worker';

/** Says that this worker lives: held by its own connection, gone when that is gone. */
async function hold(client: PoolClient, worker: string): Promise<void> {
  await client.query('select pg_advisory_lock(hashtext($1), hashtext($2))', [lockSpace, worker]);
}

async function letGoOf(client: PoolClient, worker: string): Promise<void> {
  await client.query('select pg_advisory_unlock(hashtext($1), hashtext($2))', [lockSpace, worker]);
}

/** 后台处理进程: how many there are anywhere on this database. With none, nothing is sent, due or exchanged. */
export async function liveWorkers(db: Pick<Tx, 'getExecutor'>): Promise<number> {
  const { rows } = await sql<{ workers: number }>`
    select count(*)::int as workers
    from pg_locks
    where locktype = 'advisory' and granted and classid = hashtext(${lockSpace})::oid and objsubid = 2
      and database = (select oid from pg_database where datname = current_database())`.execute(db);
  return rows[0]?.workers ?? 0;
}

/** What a killed worker had in hand would wait for hours: it is given back as soon as nobody holds its lock. */
export async function freeJobs({ db }: Pick<Runtime, 'db'>): Promise<void> {
  await sql`
    select graphile_worker.force_unlock_workers(array_agg(locked_by))
    from (select distinct locked_by from graphile_worker.jobs where locked_by is not null) as holder
    where pg_try_advisory_xact_lock(hashtext(${lockSpace}), hashtext(locked_by))`.execute(
    db.kysely,
  );
}
chore({ name: 'platform:free-jobs', everySeconds: 5, work: freeJobs });

/** The queue speaks of every job at info; we want to hear of those that failed. */
export function queueLog(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level === 'error') log.error({ queue: meta?.error }, message);
    if (level === 'warning') log.warn(message);
  });
}
