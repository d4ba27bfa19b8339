import type { Mechanism } from '@minsheng/contract/mechanism-data.ts';
import type { Context } from '../../platform/context.ts';
import { instantAt } from '../../platform/zone.ts';
import * as orders from '../orders/index.ts';
import { centre, waitFor, waitNoMore, waitRules, waitUntil } from '../waits/index.ts';
import { valuesOf } from './values.repo.ts';

/** 限时派出: whoever dispatches is told when the mechanism's minutes are over, then the shift lead. */
export async function sendBy(
  ctx: Context,
  order: orders.Order,
  { route }: Mechanism,
): Promise<void> {
  if (!route || !isUnsent(order)) return;
  const limit = { kind: 'natural-minutes', minutes: route.sendMinutes } as const;
  await waitFor(ctx, { kind: 'mechanism-send', id: order.id, no: 0 }, limit);
}

const isUnsent = ({ status }: orders.Order): boolean =>
  status === 'to-accept' || status === 'to-dispatch';

waitRules({
  kind: 'mechanism-send',
  subject: 'order',
  topic: null,
  standing: async (ctx, { id }) => (isUnsent(await orders.lock(ctx, id)) ? 'waiting' : 'over'),
  pauses: null,
  moved: null,
  atEnd: { tells: async () => [centre('dispatcher'), centre('shift-lead')] },
});

/** 离开前办结: when the day of leaving begins to be short; null where it is not known. */
export async function settleByAt(
  ctx: Context,
  orderId: string,
  { settleBy: by }: Mechanism,
): Promise<Date | null> {
  const day = by && (await valuesOf(ctx, orderId)).get(by.field)?.value;
  return by && typeof day === 'string' ? instantAt(day, by.at, ctx.city.zone) : null;
}

export async function settleBy(ctx: Context, orderId: string, mechanism: Mechanism): Promise<void> {
  const key = { kind: 'mechanism-settle', id: orderId, no: 0 } as const;
  const dueAt = await settleByAt(ctx, orderId, mechanism);
  if (dueAt === null) return mechanism.settleBy ? waitNoMore(ctx, key) : undefined;
  // Who leaves sooner than that is asked about at once.
  const at = dueAt > ctx.now ? dueAt : ctx.now;
  await waitUntil(ctx, { ...key, fromAt: ctx.now, limit: null, dueAt: at });
}

/** 游客将离开而未办结: the lead is told, then the shift lead. */
waitRules({
  kind: 'mechanism-settle',
  subject: 'order',
  topic: null,
  standing: async (ctx, { id }) => {
    const order = await orders.lock(ctx, id);
    const isSettled = order.status === 'call-back' || order.status === 'reply-review';
    return orders.isOpen(order.status) && !isSettled ? 'waiting' : 'over';
  },
  pauses: null,
  moved: null,
  atEnd: {
    tells: async (ctx, { id }) => {
      const { lead_unit: unitCode } = await orders.lock(ctx, id);
      return [
        unitCode === null ? centre('dispatcher') : { unitCode, role: null, accountId: null },
        centre('shift-lead'),
      ];
    },
  },
});
