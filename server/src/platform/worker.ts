import type { JobHelpers, TaskList } from 'graphile-worker';
import { z } from 'zod';
import { systemActor } from './actor.ts';
import { beginEnding, endBeside, isEnding } from './beside.ts';
import type { Context, Runtime } from './context.ts';
import { giveOneByOne } from './give-jobs.ts';
import { startQueue } from './job-queue.ts';
import { type Handler, handledApart, handledJobs, handledOutside } from './jobs.ts';
import type { Json } from './json.ts';
import { startTicker } from './ticker.ts';
import { transact, transactTogether } from './transact.ts';

export interface Worker {
  stop(): Promise<void>;
}

/** The ticker and the job queue of a process that runs as a worker. */
export async function startWorker(runtime: Runtime): Promise<Worker> {
  const queue = await startQueue(runtime, tasksOf(runtime));
  const ticker = startTicker(runtime);
  return {
    stop: async () => {
      beginEnding(runtime);
      await ticker.stop();
      await queue.stop();
      await endBeside(runtime);
    },
  };
}

const together = z.object({ cityId: z.int(), inputs: z.array(z.json()) });
/** As a queue may hold it that was filled before jobs were done together. */
const alone = z
  .object({ cityId: z.int(), input: z.json() })
  .transform(({ cityId, input }) => ({ cityId, inputs: [input] }));
const carried = z.union([together, alone]);

interface Task {
  readonly identifier: string;
  readonly maxAttempts: number;
}

type Work = (inputs: readonly Json[], task: Task) => Promise<void>;

/** Every job in a transaction of its own, as the system, at the clock's instant; but for those that make their own. */
export function tasksOf(runtime: Runtime): TaskList {
  const inOne = [...handledJobs()].map(([name, handler]): [string, Work] => [
    name,
    (inputs, task) => workTogether(runtime, handler, inputs, task),
  ]);
  const apart = [...handledApart()].map(([name, handler]): [string, Work] => [
    name,
    (inputs, task) => workInTurn(runtime, (input) => handler(runtime, input), inputs, task),
  ]);
  const outside = [...handledOutside()].map(([name, handler]): [string, Work] => [
    name,
    (inputs, task) =>
      workInTurn(
        runtime,
        (input) => handler((work) => transact(runtime, systemActor, work), runtime, input),
        inputs,
        task,
      ),
  ]);
  const tasks = [...inOne, ...apart, ...outside].map(([name, work]) => [
    name,
    async (payload: unknown, { job }: JobHelpers) => {
      const { cityId, inputs } = carried.parse(payload);
      if (cityId !== runtime.city.cityId) throw new Error(`Job ${name} belongs to city ${cityId}.`);
      await work(inputs, { identifier: name, maxAttempts: job.max_attempts });
    },
  ]);
  return Object.fromEntries(tasks);
}

/**
 * Where one of several fails, what came before it is done: that one and the rest wait again, each by itself. So does the
 * rest where the process ends: nobody waits for sixteen silent ends.
 */
async function workInTurn(
  runtime: Runtime,
  work: (input: Json) => Promise<void>,
  inputs: readonly Json[],
  task: Task,
): Promise<void> {
  for (const [no, input] of inputs.entries()) {
    if (no > 0 && isEnding(runtime)) return oneByOne(runtime, inputs.slice(no), task);
    try {
      await work(input);
    } catch (error) {
      if (inputs.length === 1) throw error;
      runtime.log.info({ err: error, job: task.identifier }, partedBy);
      return oneByOne(runtime, inputs.slice(no), task);
    }
  }
}

const partedBy = 'jobs done together are done one by one';

/** Where one of several fails, none of them stands: each waits again by itself, and the one that fails does so alone. */
async function workTogether(
  runtime: Runtime,
  handler: Handler,
  inputs: readonly Json[],
  task: Task,
): Promise<void> {
  const works = inputs.map((input) => (ctx: Context) => handler(ctx, input));
  try {
    await transactTogether(runtime, systemActor, works);
  } catch (error) {
    if (inputs.length === 1) throw error;
    runtime.log.info({ err: error, job: task.identifier }, partedBy);
    await oneByOne(runtime, inputs, task);
  }
}

async function oneByOne(
  { city, db }: Runtime,
  inputs: readonly Json[],
  { identifier, maxAttempts }: Task,
): Promise<void> {
  const payload = { cityId: city.cityId, inputs };
  await db.transaction((tx) =>
    giveOneByOne(tx, { identifier, payload, job_key: null }, maxAttempts),
  );
}
