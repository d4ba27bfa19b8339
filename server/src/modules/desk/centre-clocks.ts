import type { OrderStatus } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { centreLimit } from '../matters/index.ts';
import type { Order } from '../orders/index.ts';
import type { ClockParts, ClockView } from './clock-views.ts';
import type { StatusSpan } from './status-spans.ts';

interface CentreClock {
  name: ClockView['name'];
  /** Code of the centre's own limit (中心自身时限). */
  limit: (order: Order) => string;
}

const dispatchLimits: Partial<Record<Order['urgency'], string>> = {
  U1: 'dispatch-u1',
  U2: 'dispatch-u2',
};

/** Stages the centre answers for itself; the others are the units'. */
const byStatus: Partial<Record<OrderStatus, CentreClock>> = {
  'to-accept': { name: 'accept', limit: () => 'accept-web' },
  'to-dispatch': {
    name: 'dispatch',
    limit: ({ urgency }) => dispatchLimits[urgency] ?? 'dispatch',
  },
  'reply-review': { name: 'review', limit: () => 'review' },
  'call-back': { name: 'call-back', limit: () => 'call-back' },
};

/** 中心自身时钟: one for each time the order stood in such a stage. */
export async function centreClocks(
  ctx: Context,
  order: Order,
  spans: readonly StatusSpan[],
): Promise<ClockParts[]> {
  const clocks = spans.flatMap((span) => {
    const clock = byStatus[span.status];
    return clock ? [{ span, clock }] : [];
  });
  return Promise.all(
    clocks.map(async ({ span, clock }) => ({
      name: clock.name,
      unitName: null,
      startedAt: span.from,
      endedAt: span.to,
      limit: await centreLimit(ctx, clock.limit(order)),
    })),
  );
}
