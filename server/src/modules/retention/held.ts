import type { HoldGround } from '@minsheng/contract/words/retention.ts';
import type { Context } from '../../platform/context.ts';
import { phoneIndex } from '../requesters/index.ts';
import { groundsOf, isIndexHeld, keepHoldsStill } from './holds.repo.ts';

/**
 * 问冻结, the one place: which of these orders are held, and on what ground. No hold is set until the transaction ends,
 * so what is free now may be destroyed in it.
 */
export async function heldAmong(
  ctx: Context,
  orderIds: readonly string[],
): Promise<Map<string, HoldGround>> {
  await keepHoldsStill(ctx, 'read');
  return groundsOf(ctx, orderIds);
}

/** The same of what is known of a person and belongs to no order: by the number. */
export async function isPersonHeld(ctx: Context, phone: string): Promise<boolean> {
  await keepHoldsStill(ctx, 'read');
  return isIndexHeld(ctx, phoneIndex(ctx, phone));
}
