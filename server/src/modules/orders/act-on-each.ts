import type { Context } from '../../platform/context.ts';
import { bodyOf } from '../../platform/http-errors.ts';
import { type Decision, Refusal } from '../../platform/refusal.ts';
import { visibleAmong } from './find-visible.ts';
import type { Order } from './order.ts';
import { lockAll } from './orders.repo.ts';

/** What became of one order of many: nothing stood in its way, or why not, in the words of the refusal. */
export interface ActedOn {
  readonly orderId: string;
  readonly why: string | null;
}

/**
 * 批量: each order has its own result. `act` does what is asked where it may be done, and answers with the decision;
 * an order a person may not see is told as not there.
 */
export async function actOnEach(
  ctx: Context,
  orderIds: readonly string[],
  act: (order: Order) => Promise<Decision>,
): Promise<ActedOn[]> {
  const wanted = [...new Set(orderIds)];
  const seen = await visibleAmong(ctx, wanted);
  // In one order, so that two people acting on the same orders never wait for each other.
  const held = await lockAll(ctx, [...seen]);
  const results: ActedOn[] = [];
  for (const order of held) results.push({ orderId: order.id, why: sentenceOf(await act(order)) });
  const missing = sentenceOf({ allowed: false, code: 'orders.no-such-order' });
  const unseen = wanted.filter((id) => !seen.has(id));
  return [...results, ...unseen.map((orderId) => ({ orderId, why: missing }))];
}

const sentenceOf = (decision: Decision): string | null =>
  decision.allowed ? null : bodyOf(new Refusal(decision.code, decision.facts ?? {})).error.message;
