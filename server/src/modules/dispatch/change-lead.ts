import type { Context } from '../../platform/context.ts';
import * as learning from '../learning/index.ts';
import * as orders from '../orders/index.ts';
import { advanceAssignment } from './advance-assignment.ts';
import type { Assignment } from './assignment.ts';
import { ofOrder } from './assignments.repo.ts';
import { chooseUnits } from './choose-units.ts';
import { subtree } from './recall-child.ts';
import { addDuties, limitsFor } from './send-to-units.ts';
import { openStates } from './steps.ts';
import { revokeAll } from './undo-send.ts';

export interface LeadChange {
  lead: string;
  /** Who helps from now on, besides those who do already. */
  assists: readonly string[];
  /** Why, as a text of the order. */
  whyNo: number;
  /** 退单成立: the duty that is returned; every other one that goes is taken back. */
  returned: Assignment | null;
}

/**
 * The lead changes in one transaction: the new unit gets a full limit, the promise to the citizen stays. A unit that
 * assisted so far leads from now on; what other units passed down goes on.
 */
export async function changeLead(
  ctx: Context,
  order: orders.Order,
  { lead, assists, whyNo, returned }: LeadChange,
): Promise<Assignment | undefined> {
  const open = (await ofOrder(ctx, order.id)).filter(({ state }) =>
    (openStates as readonly string[]).includes(state),
  );
  const helping = new Set(open.map(({ unit_code }) => unit_code));
  const chosen = await chooseUnits(ctx, order, {
    lead,
    assists: assists.filter((code) => !helping.has(code)),
    linkage: [],
    copies: [],
  });
  // The old lead leaves before the new one comes: the index allows one at a time, the transaction shows no moment between.
  const leaving = open
    .filter(({ role, unit_code }) => role === 'lead' || (role !== 'delegate' && unit_code === lead))
    .flatMap((duty) => subtree(duty, open));
  if (returned)
    await advanceAssignment(ctx, returned, 'uphold-return', {
      set: { revoked_at: ctx.now },
      data: { text: whyNo },
    });
  await revokeAll(
    ctx,
    leaving.filter(({ id }) => id !== returned?.id),
    { text: whyNo },
  );
  const made = await addDuties(ctx, {
    order,
    units: chosen.units,
    limits: await limitsFor(ctx, order),
    rowId: chosen.rowId,
    guardReasonNo: null,
    // Why the old lead goes is not the new one's business; what the lead was asked to do is.
    noteNo: open.find(({ role }) => role === 'lead')?.note_no ?? null,
  });
  const leading = made.find(({ role }) => role === 'lead');
  await orders.change(ctx, order.id, {
    lead_unit: leading?.unit_code ?? null,
    lead_path: leading?.unit_path ?? null,
    due_at: leading?.due_at ?? null,
    auto_sent: false,
  });
  await learning.decided(ctx, order.id, { unit: lead });
  return leading;
}
