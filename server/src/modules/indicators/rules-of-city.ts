import type { Urgency } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { type Limit, workingCalendar } from '../calendar/index.ts';
import { centreLimit } from '../matters/index.ts';
import { stageLimit } from '../orders/index.ts';
import type { Rules } from './mark.ts';

const kinds = ['U1', 'U2', 'U3', 'U4'] as const satisfies readonly Urgency[];

/** 派单时限 by urgency, and the usual one. */
export async function limitsOfCity(
  ctx: Context,
): Promise<{ limits: Record<string, Limit>; usual: Limit }> {
  const limitOf = async (urgency: Urgency) => {
    const code = stageLimit({ status: 'to-dispatch', urgency, disputes: 0 });
    return [urgency, await centreLimit(ctx, code ?? 'dispatch')] as const;
  };
  return {
    limits: Object.fromEntries(await Promise.all(kinds.map(limitOf))),
    usual: await centreLimit(ctx, 'dispatch'),
  };
}

/** What the city's data says beside the events: office hours, and how soon the centre has to dispatch. */
export async function rulesOfCity(ctx: Context): Promise<Rules> {
  const [calendar, { limits, usual }] = await Promise.all([
    workingCalendar(ctx),
    limitsOfCity(ctx),
  ]);
  return {
    zone: ctx.city.zone,
    calendar,
    dispatchLimit: (urgency) => limits[urgency] ?? usual,
  };
}
