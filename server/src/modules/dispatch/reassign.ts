import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { changeLead } from './change-lead.ts';
import { mayReassign } from './policy.ts';

/** T10 改派: the lead changes; the new unit gets a full limit, the promise to the citizen stays. */
export async function reassign(
  ctx: Context,
  input: { orderId: string; lead: string; reason: string },
): Promise<{ dueAt: string }> {
  const order = await orders.lockVisible(ctx, input.orderId);
  demand(mayReassign(ctx.actor, order));
  const { name } = await organisation.unit(ctx, input.lead);
  refuseUnless(order.lead_unit !== input.lead, 'dispatch.second-lead', { unit: name });

  const why = await orders.addText(ctx, order.id, { kind: 'reason', content: input.reason });
  const lead = await changeLead(ctx, order, {
    lead: input.lead,
    assists: [],
    whyNo: why.no,
    returned: null,
  });
  tell(ctx, { kind: 'order', id: order.id }, 'dispatch.reassigned', {
    lead: input.lead,
    before: order.lead_unit,
    text: why.no,
    digest: why.digest,
  });
  announce(ctx, `desk:${order.status}`);
  return { dueAt: (lead?.due_at ?? ctx.now).toISOString() };
}
