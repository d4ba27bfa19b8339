import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import * as calendar from '../calendar/index.ts';
import type { Order } from '../orders/index.ts';
import { ruleFor } from './catalogue.ts';
import { countUse, precedentsFor } from './precedents.repo.ts';
import { proposeRow } from './row-proposals.repo.ts';

/** How often a precedent is followed before it is proposed as a row of the catalogue (domain 2.6.6). */
const usesUntilProposed = 3;

/**
 * 援引先例: a person sent the order where a ruling sent much the same, and the catalogue would not have said so. The
 * third time it becomes a proposed row of the catalogue.
 */
export async function usePrecedent(ctx: Context, order: Order, lead: string): Promise<void> {
  const rule = await ruleFor(ctx, order);
  if (rule?.lead === lead) return;
  const { on } = await calendar.dayFacts(ctx, ctx.now);
  const followed = (await precedentsFor(ctx, order, on)).find((one) => one.lead === lead);
  if (!followed) return;
  const uses = await countUse(ctx, followed.id);
  tell(ctx, { kind: 'order', id: order.id }, 'dispatch.precedent-used', {
    precedent: followed.id,
    lead,
    uses,
  });
  if (uses === usesUntilProposed) await proposeRow(ctx, followed);
}
