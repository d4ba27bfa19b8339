import type { guidance as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { notify } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import { change, checksOf } from './checks.repo.ts';
import { mayDecide, waitingOf } from './policy.ts';
import { text } from './text.ts';

/** 复核: right, and said once more in words the requester reads; or wrong, and the order goes to dispatch (T54). */
export async function decideCheck(
  ctx: Context,
  { orderId, upheld, words }: InputOf<typeof contract.decideCheck>,
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, orderId);
  const check = waitingOf(await checksOf(ctx, orderId));
  demand(mayDecide(ctx.actor, check));
  refuseUnless(check, 'guidance.none-waiting');
  demand(orders.standsBefore(order, 'reopen-guided'));

  const isTold = check.why === 'requested' || check.why === 'complaint' || !upheld;
  const said = await orders.addText(ctx, orderId, {
    kind: isTold ? 'answer' : 'note',
    content: words,
  });
  await change(ctx, check, {
    state: upheld ? 'upheld' : 'reopened',
    words_no: said.no,
    decided_by: ctx.actor.accountId,
    decided_at: ctx.now,
  });
  const data = { why: check.why, text: said.no, digest: said.digest };
  if (upheld) tell(ctx, { kind: 'order', id: orderId }, 'guidance.upheld', data);
  const decided = upheld
    ? order
    : await orders.advance(ctx, order, 'reopen-guided', {
        set: { result: 'dispatch', closed_at: null, disposition_code: null },
        data: { ...data, result: 'dispatch', disposition: check.disposition_code },
      });
  await orders.freeArchive(ctx, decided, ctx.now);
  announce(ctx, 'guidance');
  if (isTold) await tellRequester(ctx, order, upheld);
  return { done: true };
}

/** Who never asked hears nothing when all was right. */
async function tellRequester(ctx: Context, order: orders.Order, upheld: boolean): Promise<void> {
  await notify(ctx, {
    template: 'review-result',
    channel: 'sms',
    to: { kind: 'requester', orderId: order.id },
    orderId: order.id,
    facts: { order_no: order.order_no, result: upheld ? text.upheld : text.reopened },
    urgent: false,
  });
}
