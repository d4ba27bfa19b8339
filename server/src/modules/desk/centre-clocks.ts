import type { OrderStatus } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { centreLimit } from '../matters/index.ts';
import { type Order, stageLimit } from '../orders/index.ts';
import type { ClockParts, ClockView } from './clock-views.ts';
import type { StatusSpan } from './status-spans.ts';

/** Stages the centre answers for itself; the others are the units'. */
const names: Partial<Record<OrderStatus, ClockView['name']>> = {
  'to-accept': 'accept',
  'in-transfer': 'transfer',
  'to-dispatch': 'dispatch',
  'reply-review': 'review',
  'call-back': 'call-back',
};

/** 中心自身时钟: one for each time the order stood in such a stage. */
export async function centreClocks(
  ctx: Context,
  order: Order,
  spans: readonly StatusSpan[],
): Promise<ClockParts[]> {
  const clocks = spans.flatMap((span) => {
    const name = names[span.status];
    const limit = stageLimit({ ...order, status: span.status });
    return name && limit ? [{ span, name, limit }] : [];
  });
  return Promise.all(
    clocks.map(async ({ span, name, limit }) => ({
      name,
      unitName: null,
      startedAt: span.from,
      endedAt: span.to,
      limit: await centreLimit(ctx, limit),
    })),
  );
}
