import { tasks as contract } from '@minsheng/contract';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { instantMs } from '../../platform/zone.ts';
import * as calendar from '../calendar/index.ts';

export type TaskLimit = z.output<typeof contract.taskLimit>;

/** As its column keeps it. */
export const limitOf = (kept: unknown): TaskLimit => contract.taskLimit.parse(kept);

/** Two years; what takes longer is given by stages. */
const longestMs = 731 * 86_400_000;

/** 完成时限: by working time, at the said time of the day, or at the end of its office hours. Refuses `tasks.rest-day`, `tasks.past-day`, `tasks.too-far`. */
export async function dueOf(ctx: Context, limit: TaskLimit, from: Date): Promise<Date> {
  const working = await calendar.workingCalendar(ctx);
  if (limit.kind !== 'on-day') return calendar.deadline({ from, limit, calendar: working }).dueAt;
  const closing =
    limit.at === undefined
      ? working.day(limit.on).open.at(-1)?.toMs
      : instantMs(limit.on, limit.at, ctx.city.zone);
  refuseUnless(closing !== undefined, 'tasks.rest-day', { on: limit.on });
  refuseUnless(closing > from.getTime(), 'tasks.past-day');
  refuseUnless(closing < from.getTime() + longestMs, 'tasks.too-far');
  return new Date(closing);
}

const half = 0.5;
const most = 0.8;

/**
 * 预警时刻: when half and four fifths of the office hours until it is due have passed; where there are none, of the time
 * itself.
 */
export async function warnAt(ctx: Context, dueAt: Date): Promise<{ half: Date; most: Date }> {
  const working = await calendar.workingCalendar(ctx);
  const total = calendar.workingMinutesBetween(ctx.now, dueAt, working);
  const span = dueAt.getTime() - ctx.now.getTime();
  const at = (share: number): Date => {
    const minutes = Math.floor(total * share);
    if (minutes === 0) return new Date(ctx.now.getTime() + span * share);
    const limit = { kind: 'working-minutes', minutes } as const;
    return calendar.deadline({ from: ctx.now, limit, calendar: working }).dueAt;
  };
  return { half: at(half), most: at(most) };
}
