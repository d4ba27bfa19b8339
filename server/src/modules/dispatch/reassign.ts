import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as learning from '../learning/index.ts';
import * as orders from '../orders/index.ts';
import { ofOrder } from './assignments.repo.ts';
import { chooseUnits } from './choose-units.ts';
import { mayChangeUnits } from './policy.ts';
import { subtree } from './recall-child.ts';
import { addDuties, limitsFor } from './send-to-units.ts';
import { openStates } from './steps.ts';
import { revokeAll } from './undo-send.ts';

/**
 * T10 改派: the lead changes; the new unit gets a full limit, the promise to the citizen stays. A unit that assisted so
 * far leads from now on; what other units passed down goes on.
 */
export async function reassign(
  ctx: Context,
  input: { orderId: string; lead: string; reason: string },
): Promise<{ dueAt: string }> {
  const order = await orders.lockVisible(ctx, input.orderId);
  demand(mayChangeUnits(ctx.actor, order));
  const open = (await ofOrder(ctx, order.id)).filter(({ state }) =>
    (openStates as readonly string[]).includes(state),
  );
  const isLead = open.some(({ role, unit_code }) => role === 'lead' && unit_code === input.lead);
  const chosen = await chooseUnits(ctx, order, {
    lead: input.lead,
    assists: [],
    linkage: [],
    copies: [],
  });
  const name = chosen.units[0]?.unit.name ?? '';
  refuseUnless(!isLead, 'dispatch.second-lead', { unit: name });

  const why = await orders.addText(ctx, order.id, { kind: 'reason', content: input.reason });
  // The old lead leaves before the new one comes: the index allows one at a time, the transaction shows no moment between.
  const leaving = open.filter(
    ({ role, unit_code }) => role === 'lead' || (role !== 'delegate' && unit_code === input.lead),
  );
  await revokeAll(
    ctx,
    leaving.flatMap((duty) => subtree(duty, open)),
    { text: why.no },
  );
  const limits = await limitsFor(ctx, order);
  const [lead] = await addDuties(ctx, {
    order,
    units: chosen.units,
    limits,
    rowId: chosen.rowId,
    guardReasonNo: null,
    // Why the old lead goes is not the new one's business; what the lead was asked to do is.
    noteNo: open.find(({ role }) => role === 'lead')?.note_no ?? null,
  });
  await orders.change(ctx, order.id, {
    lead_unit: lead?.unit_code ?? null,
    lead_path: lead?.unit_path ?? null,
    due_at: lead?.due_at ?? null,
    auto_sent: false,
  });
  tell(ctx, { kind: 'order', id: order.id }, 'dispatch.reassigned', {
    lead: input.lead,
    before: order.lead_unit,
    text: why.no,
    digest: why.digest,
  });
  await learning.decided(ctx, order.id, { unit: input.lead });
  announce(ctx, `desk:${order.status}`);
  return { dueAt: (lead?.due_at ?? ctx.now).toISOString() };
}
