import type { Context } from '../../../platform/context.ts';
import { announce } from '../../../platform/events.ts';
import { caseOf } from '../../exchange/index.ts';
import * as orders from '../../orders/index.ts';
import { putFiled } from './filed-requests.repo.ts';

/** 已交出: from now on the city is asked how far it is. */
export async function keepFiled(
  ctx: Context,
  caseId: string,
  filed: { peer: string; requestId: string | null; token: string | null },
): Promise<void> {
  const about = await caseOf(ctx, caseId);
  if (about)
    await putFiled(ctx, { ...filed, caseId, orderId: about.order_id, orderNo: about.our_no });
}

/** What a person must know of it, on the order. */
export async function noteFiled(ctx: Context, caseId: string, content: string): Promise<void> {
  const about = await caseOf(ctx, caseId);
  if (about) await noteOn(ctx, about.order_id, content);
}

export async function noteOn(ctx: Context, orderId: string, content: string): Promise<void> {
  const order = await orders.lock(ctx, orderId);
  await orders.addText(ctx, orderId, { kind: 'note', content });
  announce(ctx, `desk:${order.status}`);
}
