import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Order } from '../orders/index.ts';
import { copiesFor, ruleFor } from './catalogue.ts';
import { dispatchOrder } from './send.ts';

/**
 * 按目录派单 without a person: lead, assists, linkage and copies as the catalogue says. Answers false, with nothing
 * written, when no row fits or one of its units cannot take the order: it then waits for a dispatcher. The order is held.
 */
export async function sendByRule(ctx: Context, order: Order): Promise<boolean> {
  const rule = await ruleFor(ctx, order);
  if (!rule) return false;
  const copies = await copiesFor(ctx, rule);
  const { lead, assists, linkage, because } = rule;
  try {
    const units = { lead, assists, linkage, copies };
    await dispatchOrder(ctx, order, { ...units, note: '', guardReason: because.basis });
    return true;
  } catch (error) {
    // Units are chosen before anything is written; a refusal must not undo the acceptance of an emergency.
    if (error instanceof Refusal) return false;
    throw error;
  }
}
