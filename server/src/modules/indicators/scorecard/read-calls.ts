import type { scorecard as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../../platform/context.ts';
import { dayAfter, dayEnd, dayStart } from '../../../platform/zone.ts';
import { centreLimit } from '../../matters/index.ts';
import { countingDrivers } from '../../telephony/index.ts';
import { callFigures } from '../calls/call-figures.ts';
import { callsBetween } from '../calls/calls.repo.ts';
import { rollingRate } from '../calls/rolling-rate.ts';

type Reply = ReplyOf<typeof contract.readCalls>;

/** 话务指标 of a day. The pretend telephone and calls typed by hand measure nothing: then there is no figure at all. */
export async function readCalls(
  ctx: Context,
  { on }: InputOf<typeof contract.readCalls>,
): Promise<Reply> {
  const drivers = countingDrivers(ctx);
  if (drivers.length === 0) return { isFed: false, figures: null };
  const from = dayStart(on, ctx.city.zone);
  const to = dayEnd(on, ctx.city.zone);
  const before = { from: dayStart(dayAfter(on, -1), ctx.city.zone), to: from };
  const [calls, earlier, limit] = await Promise.all([
    callsBetween(ctx, { from, to }, drivers),
    callsBetween(ctx, before, drivers),
    centreLimit(ctx, 'missed-call'),
  ]);
  const returnMinutes = limit.kind === 'natural-minutes' ? limit.minutes : 0;
  const until = to < ctx.now ? to : ctx.now;
  return {
    isFed: true,
    figures: {
      ...callFigures(calls, { returnMinutes, outOfOrder: [] }),
      rolling: rollingRate([...earlier, ...calls], until),
    },
  };
}
