import type { Urgency } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { workingCalendar } from '../calendar/index.ts';
import { centreLimit } from '../matters/index.ts';
import { stageLimit } from '../orders/index.ts';
import type { Rules } from './mark.ts';

const kinds = ['U1', 'U2', 'U3', 'U4'] as const satisfies readonly Urgency[];

/** What the city's data says beside the events: office hours, and how soon the centre has to dispatch. */
export async function rulesOfCity(ctx: Context): Promise<Rules> {
  const limitOf = (urgency: Urgency) => {
    const code = stageLimit({ status: 'to-dispatch', urgency, disputes: 0 });
    return centreLimit(ctx, code ?? 'dispatch');
  };
  const [calendar, ...limits] = await Promise.all([workingCalendar(ctx), ...kinds.map(limitOf)]);
  const byUrgency = new Map<string, (typeof limits)[number]>(
    kinds.flatMap((urgency, no) => {
      const limit = limits[no];
      return limit ? [[urgency, limit] as const] : [];
    }),
  );
  const usual = await centreLimit(ctx, 'dispatch');
  return {
    zone: ctx.city.zone,
    calendar,
    dispatchLimit: (urgency) => byUrgency.get(urgency) ?? usual,
  };
}
