import type { TaskList } from 'graphile-worker';
import { z } from 'zod';
import { systemActor } from './actor.ts';
import { endBeside } from './beside.ts';
import type { Runtime } from './context.ts';
import { startQueue } from './job-queue.ts';
import { handledApart, handledJobs, handledOutside } from './jobs.ts';
import { startTicker } from './ticker.ts';
import { transact } from './transact.ts';

export interface Worker {
  stop(): Promise<void>;
}

/** The ticker and the job queue of a process that runs as a worker. */
export async function startWorker(runtime: Runtime): Promise<Worker> {
  const queue = await startQueue(runtime, tasksOf(runtime));
  const ticker = startTicker(runtime);
  return {
    stop: async () => {
      await ticker.stop();
      await queue.stop();
      await endBeside(runtime);
    },
  };
}

const carried = z.object({ cityId: z.int(), input: z.unknown() });

type Work = (input: unknown) => Promise<void>;

/** Every job in a transaction of its own, as the system, at the clock's instant; but for those that make their own. */
export function tasksOf(runtime: Runtime): TaskList {
  const inOne = [...handledJobs()].map(([name, handler]): [string, Work] => [
    name,
    (input) => transact(runtime, systemActor, (ctx) => handler(ctx, input)),
  ]);
  const apart = [...handledApart()].map(([name, handler]): [string, Work] => [
    name,
    (input) => handler(runtime, input),
  ]);
  const outside = [...handledOutside()].map(([name, handler]): [string, Work] => [
    name,
    (input) => handler((work) => transact(runtime, systemActor, work), runtime, input),
  ]);
  const tasks = [...inOne, ...apart, ...outside].map(([name, work]) => [
    name,
    async (payload: unknown) => {
      const { cityId, input } = carried.parse(payload);
      if (cityId !== runtime.city.cityId) throw new Error(`Job ${name} belongs to city ${cityId}.`);
      await work(input);
    },
  ]);
  return Object.fromEntries(tasks);
}
