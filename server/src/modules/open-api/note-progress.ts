import type { openApi as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { addNote } from '../desk/index.ts';
import { holds, one } from '../dispatch/index.ts';
import { findVisible } from '../orders/index.ts';

/** 办理进展: of a duty of one's own; an order is seen by others who work it, too. */
export async function noteProgress(
  ctx: Context,
  { orderId, assignmentId, content }: InputOf<typeof contract.noteProgress>,
): Promise<ReplyOf<typeof contract.noteProgress>> {
  const order = await findVisible(ctx, orderId);
  const duty = await one(ctx, order.id, assignmentId);
  refuseUnless(holds(ctx.actor, duty), 'handling.not-yours');
  return addNote(ctx, { orderId, content });
}
