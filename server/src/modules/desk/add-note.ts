import type { orders as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { mayNote } from './order-policy.ts';

/** 内部备注. */
export async function addNote(
  ctx: Context,
  { orderId, content }: InputOf<typeof contract.addNote>,
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, orderId);
  demand(mayNote(ctx.actor, order));
  const note = await orders.addText(ctx, orderId, { kind: 'note', content });
  tell(ctx, { kind: 'order', id: orderId }, 'orders.note-added', {
    text: note.no,
    digest: note.digest,
  });
  return { done: true };
}
