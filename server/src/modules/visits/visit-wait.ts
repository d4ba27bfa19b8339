import type { Context } from '../../platform/context.ts';
import { dayAfter, instantAt } from '../../platform/zone.ts';
import { centre, waitRules, waitUntil } from '../waits/index.ts';
import { lockVisible } from './visits.repo.ts';

/** Until the day somebody named is over. */
export async function visitBy(ctx: Context, visitId: string, day: string): Promise<void> {
  await waitUntil(ctx, {
    kind: 'visit',
    id: visitId,
    no: 0,
    fromAt: ctx.now,
    limit: null,
    dueAt: instantAt(dayAfter(day, 1), '00:00', ctx.city.zone),
  });
}

/** 核查逾期: whoever was sent is told, then the centre. */
waitRules({
  kind: 'visit',
  subject: 'visit',
  topic: 'visits',
  standing: async (ctx, { id }) => {
    const { state } = await lockVisible(ctx, id);
    return state === 'asked' || state === 'under-way' ? 'waiting' : 'over';
  },
  pauses: null,
  moved: null,
  atEnd: {
    tells: async (ctx, { id }) => {
      const { visitor_unit, visitor_id } = await lockVisible(ctx, id);
      return [{ unitCode: visitor_unit, role: null, accountId: visitor_id }, centre('shift-lead')];
    },
  },
});
