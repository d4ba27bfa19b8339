import { Logger, run, type TaskList } from 'graphile-worker';
import { z } from 'zod';
import { systemActor } from './actor.ts';
import type { Runtime } from './context.ts';
import { handledJobs } from './jobs.ts';
import type { Log } from './log.ts';
import { startTicker } from './ticker.ts';
import { transact } from './transact.ts';

export interface Worker {
  stop(): Promise<void>;
}

/** Two at once leave connections for the people at the screens. */
const concurrency = 2;

/** The ticker and the job queue of a process that runs as a worker. */
export async function startWorker(runtime: Runtime): Promise<Worker> {
  const runner = await run({
    pgPool: runtime.db.pool,
    taskList: tasksOf(runtime),
    concurrency,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: queueLog(runtime.log),
  });
  const ticker = startTicker(runtime);
  return {
    stop: async () => {
      await ticker.stop();
      await runner.stop();
    },
  };
}

const carried = z.object({ cityId: z.int(), input: z.unknown() });

/** Every job in a transaction of its own, as the system, at the clock's instant. */
export function tasksOf(runtime: Runtime): TaskList {
  const tasks = [...handledJobs()].map(([name, handler]) => [
    name,
    async (payload: unknown) => {
      const { cityId, input } = carried.parse(payload);
      if (cityId !== runtime.city.cityId) throw new Error(`Job ${name} belongs to city ${cityId}.`);
      await transact(runtime, systemActor, (ctx) => handler(ctx, input));
    },
  ]);
  return Object.fromEntries(tasks);
}

/** The queue speaks of every job at info; we want to hear of those that failed. */
export function queueLog(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level === 'error') log.error({ queue: meta?.error }, message);
    if (level === 'warning') log.warn(message);
  });
}
