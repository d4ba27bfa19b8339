import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { ofOrder } from './assignments.repo.ts';
import { guard, matterDuty } from './choose-units.ts';
import { respondingWithin } from './duty-limits.ts';
import { mayChangeUnits } from './policy.ts';
import { addDuties, limitsFor } from './send-to-units.ts';
import { openStates } from './steps.ts';

interface AddUnit {
  orderId: string;
  unitCode: string;
  role: 'assist' | 'linkage' | 'copy';
  reason: string;
  /** 应急响应: the unit answers within these minutes at the latest. */
  respondMinutes?: number | undefined;
}

/** T11 加派: one more unit, with a limit of its own. */
export async function addUnit(ctx: Context, input: AddUnit): Promise<{ assignmentId: string }> {
  const order = await orders.lockVisible(ctx, input.orderId);
  demand(mayChangeUnits(ctx.actor, order));
  const [unit, duties, duty] = await Promise.all([
    organisation.unit(ctx, input.unitCode),
    ofOrder(ctx, order.id),
    matterDuty(ctx, order),
  ]);
  refuseUnless(unit.takes_orders, 'dispatch.unit-closed', { unit: unit.name });
  const twice = duties.some(
    (held) =>
      held.unit_code === unit.code && (openStates as readonly string[]).includes(held.state),
  );
  refuseUnless(!twice, 'dispatch.same-unit-twice', { unit: unit.name });
  const isOverride = guard(order, { duty, unit, role: input.role, reason: input.reason });

  const limits = await limitsFor(ctx, order);
  const why = await orders.addText(ctx, order.id, { kind: 'reason', content: input.reason });
  const [added] = await addDuties(ctx, {
    order,
    units: [{ unit, role: input.role, isOverride }],
    limits: input.respondMinutes ? respondingWithin(limits, input.respondMinutes) : limits,
    rowId: null,
    guardReasonNo: why.no,
    noteNo: why.no,
  });
  tell(ctx, { kind: 'order', id: order.id }, 'dispatch.added', {
    unit: unit.code,
    role: input.role,
    text: why.no,
    digest: why.digest,
  });
  return { assignmentId: added?.id ?? '' };
}
