import type { SupervisionTrigger } from '@minsheng/contract/words/supervision.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { waitForCentre } from '../waits/index.ts';
import { lastHolder } from './last-holder.ts';
import { isAtLeast, levelFor } from './levels.ts';
import { insert, supervisionsOf } from './supervisions.repo.ts';

/**
 * 自动提出督办: the rule proposes, a person decides. Once for a reason and a round, and not what is supervised as high
 * already or waits for the same decision. The caller holds the order.
 */
export async function propose(
  ctx: Context,
  order: orders.Order,
  trigger: SupervisionTrigger,
): Promise<void> {
  const level = await levelFor(ctx, trigger);
  if (level === null || !orders.isOpen(order.status)) return;
  const [duties, before] = await Promise.all([
    ofOrder(ctx, order.id),
    supervisionsOf(ctx, order.id),
  ]);
  const holder = lastHolder(duties);
  const isKnown = before.some(
    (one) =>
      (one.trigger === trigger && one.round === order.round) ||
      (one.state === 'proposed' && one.level === level) ||
      ((one.state === 'open' || one.state === 'answered') &&
        one.given_path === null &&
        isAtLeast(one.level, level)),
  );
  if (!holder || isKnown) return;
  const { no } = await insert(ctx, {
    order_id: order.id,
    level,
    state: 'proposed',
    trigger,
    instrument: null,
    round: order.round,
    assignment_id: holder.id,
    unit_code: holder.unit_code,
    unit_path: holder.unit_path,
    sort_at: ctx.now,
  });
  const key = { kind: 'supervision-proposal', id: order.id, no } as const;
  await waitForCentre(ctx, key, 'supervision-proposal');
  tell(ctx, { kind: 'order', id: order.id }, 'supervision.proposed', {
    no,
    level,
    trigger,
    unit: holder.unit_code,
  });
  announce(ctx, 'supervision');
}
