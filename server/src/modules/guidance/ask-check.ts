import type { guidance as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { CheckReason } from '@minsheng/contract/words/guidance.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { waitForCentre } from '../waits/index.ts';
import { type Check, change, checksOf, insert } from './checks.repo.ts';
import { mayAsk, mayComplain, waitingOf } from './policy.ts';

/** 申请复核, by the requester's page or on the telephone. Takes the order already seen and held. */
export async function askReview(ctx: Context, order: orders.Order, reason: string): Promise<void> {
  const checks = await checksOf(ctx, order.id);
  demand(mayAsk(ctx.actor, order, checks));
  await openCheck(ctx, order, { why: 'requested', reason, checks });
}

/** What an agent notes for whoever rings about guidance they were given. */
export async function askCheck(
  ctx: Context,
  { orderId, why, reason }: InputOf<typeof contract.askCheck>,
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, orderId);
  const checks = await checksOf(ctx, order.id);
  const may = why === 'requested' ? mayAsk : mayComplain;
  demand(may(ctx.actor, order, checks));
  await openCheck(ctx, order, { why, reason, checks });
  return { done: true };
}

interface Asked {
  why: CheckReason;
  /** Null: no person asked. */
  reason: string | null;
  checks: readonly Check[];
}

/** One look at a time: what is asked while a check waits is answered by it. */
export async function openCheck(
  ctx: Context,
  order: orders.Order,
  { why, reason, checks }: Asked,
): Promise<void> {
  const words =
    reason === null
      ? null
      : await orders.addText(ctx, order.id, { kind: 'supplement', content: reason });
  const waiting = waitingOf(checks);
  if (waiting) await change(ctx, waiting, { why, reason_no: words?.no ?? null });
  else {
    await orders.holdArchive(ctx, order);
    const key = { kind: 'guidance-check', id: order.id, no: checks.length + 1 } as const;
    await insert(ctx, {
      order_id: order.id,
      why,
      disposition_code: order.disposition_code ?? '',
      given_by: order.accepted_by,
      reason_no: words?.no ?? null,
      due_at: await waitForCentre(ctx, key, 'disposition-review'),
    });
  }
  tell(ctx, { kind: 'order', id: order.id }, 'guidance.check-asked', {
    why,
    text: words?.no ?? null,
    digest: words?.digest ?? null,
  });
  announce(ctx, 'guidance');
}
