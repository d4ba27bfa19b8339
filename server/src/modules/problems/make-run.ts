import type { RunPhase } from '@minsheng/contract/words/problems.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Context, Runtime } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { everySecond } from '../../platform/every-second.ts';
import { transact } from '../../platform/transact.ts';
import { type Problem, problemThread } from '../issues/index.ts';
import * as organisation from '../organisation/index.ts';
import { keepRun } from './keep-run.ts';
import { type Period, readPeriod, type Tell } from './read-period.ts';
import * as runs from './runs.repo.ts';

/**
 * 归集: reads the period and the one before it in small transactions into a thread of its own, so that the program answers
 * meanwhile. Whatever ends it, nothing of it is kept and the job begins again.
 */
export async function makeRun(runtime: Runtime, { runId }: { runId: string }): Promise<void> {
  const run = await begin(runtime, runId);
  if (run === null) return;
  const tell = everySecond((phase: RunPhase, done: number, total: number) =>
    inOne(runtime, (ctx) => move(ctx, runId, { phase, done, total })),
  );
  try {
    const { period, problems } = await find(runtime, run, tell);
    await inOne(runtime, (ctx) => keepRun(ctx, run, { period, problems }));
  } catch (error) {
    await inOne(runtime, (ctx) => move(ctx, runId, { state: 'failed', ended_at: ctx.now }));
    throw error;
  }
}

async function find(
  runtime: Runtime,
  run: runs.RunRow,
  tell: Tell,
): Promise<{ period: Period; problems: readonly Problem[] }> {
  const thread = problemThread();
  try {
    const period = await readPeriod(run, {
      zone: runtime.city.zone,
      inOne: (use) => inOne(runtime, use),
      add: (messages) => thread.add(messages),
      tell,
    });
    const places = await inOne(runtime, placesOf);
    const found = await thread.find(places, (done) =>
      tell('grouping', Math.round(100 * done), 100),
    );
    return { period, problems: found };
  } finally {
    await thread.stop();
  }
}

const inOne = <T>(runtime: Runtime, use: (ctx: Context) => Promise<T>): Promise<T> =>
  transact(runtime, systemActor, use);

async function placesOf(ctx: Context) {
  const [areas, aliases] = await Promise.all([
    organisation.allAreas(ctx),
    organisation.aliases(ctx),
  ]);
  return { areas, aliases, learnt: [] };
}

/** A job may come twice: what is done is not done again, nor what failed where another run was asked for since. */
function begin(runtime: Runtime, runId: string): Promise<runs.RunRow | null> {
  return inOne(runtime, async (ctx) => {
    await runs.takeTurn(ctx);
    const run = await runs.lock(ctx, runId);
    if (run === null || run.state === 'done') return null;
    if (run.state === 'failed' && (await runs.isAtWork(ctx))) return null;
    await move(ctx, runId, { state: 'running', phase: 'reading', done: 0, total: 0 });
    return run;
  });
}

async function move(ctx: Context, id: string, to: Parameters<typeof runs.move>[2]): Promise<void> {
  await runs.move(ctx, id, to);
  announce(ctx, 'problems');
}
