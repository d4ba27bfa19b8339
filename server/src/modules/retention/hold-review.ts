import type { Context } from '../../platform/context.ts';
import { dayEnd } from '../../platform/zone.ts';
import * as calendar from '../calendar/index.ts';
import { centreLimit } from '../matters/index.ts';
import * as waits from '../waits/index.ts';
import { lockHold } from './holds.repo.ts';

const keyOf = (id: string) => ({ kind: 'hold-review', id, no: 0 }) as const;

/** 到期复核: a hold whose day is over stands until somebody lifts it, but somebody is told. */
export async function beginReview(ctx: Context, holdId: string, untilOn: string): Promise<void> {
  const fromAt = dayEnd(untilOn, ctx.city.zone);
  const [limit, working] = await Promise.all([
    centreLimit(ctx, 'hold-review'),
    calendar.workingCalendar(ctx),
  ]);
  const { dueAt } = calendar.deadline({ from: fromAt, limit, calendar: working });
  await waits.waitUntil(ctx, { ...keyOf(holdId), fromAt, limit, dueAt });
}

export const endReview = (ctx: Context, holdId: string): Promise<void> =>
  waits.waitNoMore(ctx, keyOf(holdId));

/** The shift lead hears, then the director: one of the two did not set it. */
waits.waitRules({
  kind: 'hold-review',
  subject: 'hold',
  topic: 'retention',
  standing: async (ctx, { id }) =>
    (await lockHold(ctx, id)).lifted_at === null ? 'waiting' : 'over',
  pauses: null,
  moved: null,
  atEnd: { tells: async () => [waits.centre('shift-lead'), waits.centre('director')] },
});
