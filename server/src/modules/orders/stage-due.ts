import type { OrderStatus, Urgency } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import * as calendar from '../calendar/index.ts';
import * as matters from '../matters/index.ts';
import type { Order } from './order.ts';

type Standing = Pick<Order, 'status' | 'urgency' | 'disputes'>;

const dispatchLimits: Partial<Record<Urgency, string>> = {
  U1: 'dispatch-u1',
  U2: 'dispatch-u2',
};

/** 裁定时限 of the rounds (domain 2.6). */
const rulingLimits = ['ruling-first', 'ruling-second', 'ruling-conference'];

const limits: Partial<Record<OrderStatus, (order: Standing) => string | null>> = {
  'to-accept': () => 'accept-web',
  // Only danger is fed back by the clock (domain 2.3, T0).
  'in-transfer': ({ urgency }) => (urgency === 'U1' ? 'transfer-feedback' : null),
  'to-dispatch': ({ urgency }) => dispatchLimits[urgency] ?? 'dispatch',
  'in-dispute': ({ disputes }) => rulingLimits[Math.min(disputes, rulingLimits.length) - 1] ?? null,
  'reply-review': () => 'review',
  'call-back': () => 'call-back',
};

/** 中心自身时限 of the stage an order stands in, by code; null where the clock is a unit's or nobody's. */
export const stageLimit = (order: Standing): string | null => limits[order.status]?.(order) ?? null;

/** When the centre itself has to be done with each of these orders. */
export async function stageDues(
  ctx: Context,
  orders: readonly (Standing & Pick<Order, 'id' | 'status_since'>)[],
): Promise<Map<string, Date>> {
  const coded = orders.flatMap((order) => {
    const code = stageLimit(order);
    return code === null ? [] : [{ order, code }];
  });
  if (coded.length === 0) return new Map();
  const working = await calendar.workingCalendar(ctx);
  const dues = coded.map(async ({ order, code }) => {
    const limit = await matters.centreLimit(ctx, code);
    const { dueAt } = calendar.deadline({ from: order.status_since, limit, calendar: working });
    return [order.id, dueAt] as const;
  });
  return new Map(await Promise.all(dues));
}
