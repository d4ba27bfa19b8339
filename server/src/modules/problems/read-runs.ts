import type { problems as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { mostDays } from './ask-run.ts';
import { mayAsk } from './policy.ts';
import { ofRun } from './problems.repo.ts';
import { mostMessages } from './read-period.ts';
import * as runs from './runs.repo.ts';
import { problemViews, runViews } from './views.ts';

const shownRuns = 30;
const shownProblems = 200;

/** 归集列表. */
export async function listRuns(ctx: Context): Promise<ReplyOf<typeof contract.listRuns>> {
  const [rows, isAtWork] = await Promise.all([runs.latest(ctx, shownRuns), runs.isAtWork(ctx)]);
  return {
    rows: await runViews(ctx, rows),
    shownCap: shownRuns,
    mostMessages,
    mostDays,
    can: {
      ask: mayAsk(ctx.actor, isAtWork).allowed,
      export: ctx.actor.has('orders.export'),
    },
  };
}

/** 一次归集, with what it found. */
export async function readRun(
  ctx: Context,
  { runId, state }: InputOf<typeof contract.readRun>,
): Promise<ReplyOf<typeof contract.readRun>> {
  const row = await heldRun(ctx, runId);
  const found = await ofRun(ctx, runId, { state, most: shownProblems });
  const [views, rows] = await Promise.all([runViews(ctx, [row]), problemViews(ctx, found)]);
  const [run] = views;
  refuseUnless(run, 'problems.no-such-run');
  return { run, rows, shownCap: shownProblems };
}

export async function heldRun(ctx: Context, runId: string): Promise<runs.RunRow> {
  const run = await runs.find(ctx, runId);
  refuseUnless(run, 'problems.no-such-run');
  return run;
}
