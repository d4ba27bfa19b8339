import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Order } from '../orders/index.ts';
import { planFor } from './plan.ts';
import { dispatchOrder } from './send.ts';

/**
 * 按目录派单 without a person: lead, assists, linkage and copies as the plan says. Answers false, with nothing written,
 * when nobody can lead: it then waits for a dispatcher. The order is held.
 */
export async function sendByRule(ctx: Context, order: Order): Promise<boolean> {
  const { lead, assists, linkage, copies, rule } = await planFor(ctx, order);
  if (lead === null) return false;
  try {
    const units = { lead, assists, linkage, copies };
    await dispatchOrder(ctx, order, { ...units, note: '', guardReason: rule?.because.basis });
    return true;
  } catch (error) {
    // Units are chosen before anything is written; a refusal must not undo the acceptance of an emergency.
    if (error instanceof Refusal) return false;
    throw error;
  }
}
