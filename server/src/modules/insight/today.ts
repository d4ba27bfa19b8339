import type { insight } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { dayAfter, dayStart } from '../../platform/zone.ts';
import * as organisation from '../organisation/index.ts';
import { emergenciesSince } from './emergencies.ts';
import { closedOn, mattersSince, overriddenSince, receivedSince } from './flow.repo.ts';
import { overdueByUnit, waitingByStage } from './standing.repo.ts';

const emergencyHours = 24;
const overrideDays = 7;

/**
 * 今日: in, waiting by stage, overdue by unit. Each number counts over what the search shows this person, so that it
 * opens exactly the orders behind it.
 */
export async function today(ctx: Context): Promise<ReplyOf<typeof insight.today>> {
  const { on } = organisation.cityHour(ctx.now, ctx.city.zone);
  const start = dayStart(on, ctx.city.zone);
  // Whole days, today among them: a search knows no hours.
  const since = dayAfter(on, 1 - overrideDays);
  const [received, closed, waiting, overdue, emergencies, byMatter, overrides] = await Promise.all([
    receivedSince(ctx, start),
    closedOn(ctx, on),
    waitingByStage(ctx),
    overdueByUnit(ctx),
    emergenciesSince(ctx, hoursBefore(ctx.now, emergencyHours)),
    mattersSince(ctx, start),
    overriddenSince(ctx, since),
  ]);
  return {
    now: ctx.now.toISOString(),
    receivedToday: received,
    closedToday: closed,
    waiting,
    overdue,
    emergencies,
    byMatter,
    guardOverrides: { count: overrides, since },
  };
}

const hoursBefore = (at: Date, hours: number): Date => new Date(at.getTime() - hours * 3_600_000);
