import type { problems as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { job, later } from '../../platform/jobs.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { dayAfter } from '../../platform/zone.ts';
import { cityHour } from '../organisation/index.ts';
import { mayAsk } from './policy.ts';
import * as runs from './runs.repo.ts';

/** 归集. */
export const runProblems = job('problems:run', z.object({ runId: z.uuid() }));

/** A quarter; the period before it is read as well. */
export const mostDays = 92;

/** 开始归集. */
export async function askRun(
  ctx: Context,
  { from, to, area, matter, without }: InputOf<typeof contract.askRun>,
): Promise<{ id: string }> {
  await runs.takeTurn(ctx);
  demand(mayAsk(ctx.actor, await runs.isAtWork(ctx)));
  const today = cityHour(ctx.now, ctx.city.zone).on;
  const isPeriod = from <= to && to <= today && to < dayAfter(from, mostDays);
  refuseUnless(isPeriod, 'problems.bad-period', { days: mostDays });
  const asked = { area_code: area ?? null, matter: matter ?? null, without: [...without] };
  return { id: await begin(ctx, { from_on: from, to_on: to, ...asked }) };
}

async function begin(ctx: Context, asked: runs.Asked): Promise<string> {
  const id = ctx.newId();
  await runs.insert(ctx, id, asked);
  later(ctx, runProblems, { runId: id }, { at: ctx.now, key: `problems:run:${id}` });
  announce(ctx, 'problems');
  return id;
}

const spans = [30, 90];
const weekMs = 6.5 * 86_400_000;
const night = { from: '01:00', to: '05:00' };

/** 每周归集: of the last month and of the last quarter, one after the other, by night, where there is enough to read. */
export async function askWhereDue(ctx: Context): Promise<void> {
  const { on, time } = cityHour(ctx.now, ctx.city.zone);
  if (time < night.from || time >= night.to) return;
  await runs.takeTurn(ctx);
  if (await runs.isAtWork(ctx)) return;
  const before = await runs.byItself(ctx, spans.length * 2);
  for (const days of spans) {
    const isOfSpan = (run: runs.RunRow) => run.to_on === dayAfter(run.from_on, days - 1);
    const last = before.find(isOfSpan);
    if (last && ctx.now.getTime() - last.asked_at.getTime() < weekMs) continue;
    const from = dayAfter(on, -days);
    if (!(await runs.isEnough(ctx, from))) continue;
    const to = dayAfter(on, -1);
    await begin(ctx, { from_on: from, to_on: to, area_code: null, matter: null, without: [] });
    return;
  }
}
