import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import type * as orders from '../orders/index.ts';
import { mechanismOf } from './definitions.repo.ts';
import { changeHeld, heldNow } from './held.repo.ts';
import { earlierAbout, laterAbout } from './values.repo.ts';

const dayMs = 86_400_000;

/**
 * 同一对象再次投诉: told once of an order, when somebody holds it; what becomes of it is supervision's. The caller holds
 * the order.
 */
export async function lookForRepeat(
  ctx: Context,
  order: orders.Order,
  code: string,
): Promise<void> {
  const held = await heldNow(ctx, order.id);
  const { repeat } = await mechanismOf(ctx, code);
  if (!repeat || held?.mechanism !== code || held.repeat_at || order.lead_unit === null) return;
  const since = new Date(ctx.now.getTime() - repeat.days * dayMs);
  for (const field of repeat.by) {
    const about = { orderId: order.id, mechanism: code, code: field, since };
    const earlier = await earlierAbout(ctx, about);
    if (earlier.length === 0) continue;
    await changeHeld(ctx, held, { repeat_at: ctx.now });
    const said = { mechanism: code, field, earlier, level: repeat.level };
    tell(ctx, { kind: 'order', id: order.id }, 'mechanisms.repeated', said);
    return;
  }
}

/** Orders about the same things that came after this one, the earliest first. */
export async function laterOnes(ctx: Context, orderId: string, code: string): Promise<string[]> {
  const { repeat } = await mechanismOf(ctx, code);
  return repeat ? laterAbout(ctx, { orderId, mechanism: code, codes: repeat.by }) : [];
}

/** 督办要求 of a mechanism, as the city wrote it down. */
export async function repeatDemands(ctx: Context, code: string): Promise<string | null> {
  return (await mechanismOf(ctx, code)).repeat?.demands ?? null;
}
