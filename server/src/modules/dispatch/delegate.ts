import type { dispatch } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { advanceAssignment } from './advance-assignment.ts';
import type { Assignment } from './assignment.ts';
import { ofOrder, one } from './assignments.repo.ts';
import { guard, matterDuty } from './choose-units.ts';
import { holds, mayDelegate } from './policy.ts';
import { addDuties, limitsFor } from './send-to-units.ts';
import { openStates } from './steps.ts';

type Delegate = InputOf<typeof dispatch.delegate>;

/** T9 下派: city → county → township → village; the parent stays responsible and the child's limit fits in its rest. */
export async function delegate(
  ctx: Context,
  input: Delegate,
): Promise<ReplyOf<typeof dispatch.delegate>> {
  const order = await orders.lockVisible(ctx, input.orderId);
  const parent = await one(ctx, order.id, input.assignmentId);
  demand(mayDelegate(ctx.actor, order, parent));
  const [unit, duties] = await Promise.all([
    organisation.unit(ctx, input.unitCode),
    ofOrder(ctx, order.id),
  ]);
  refuseUnless(isBelow(unit, parent), 'dispatch.not-below', { unit: unit.name });
  refuseUnless(unit.takes_orders, 'dispatch.unit-closed', { unit: unit.name });
  const latest = latestFor(ctx, input.dueAt, parent);
  // The guard holds down the whole chain: what a department must do is not passed on to a village.
  const duty = await matterDuty(ctx, order);
  guard(order, { duty, unit, role: 'delegate', reason: undefined });
  refuseUnless(!duties.some((duty) => isOpenAt(duty, unit.code)), 'dispatch.same-unit-twice', {
    unit: unit.name,
  });

  const note = input.note
    ? await orders.addText(ctx, order.id, { kind: 'dispatch-note', content: input.note })
    : null;
  const [child] = await addDuties(ctx, {
    order,
    units: [{ unit, role: 'delegate', isOverride: false }],
    limits: await limitsFor(ctx, order),
    rowId: parent.row_id,
    guardReasonNo: null,
    noteNo: note?.no ?? null,
    parentId: parent.id,
    readers: input.readers,
    ...(latest && { latest }),
    isWished: input.dueAt !== undefined,
  });
  await advanceAssignment(ctx, parent, 'delegate', {
    set: { signed_at: parent.signed_at ?? ctx.now },
    data: { child: child?.id ?? null, toUnit: unit.code, text: note?.no ?? null },
  });
  return { assignmentId: child?.id ?? '', dueAt: (child?.due_at ?? ctx.now).toISOString() };
}

const isBelow = (unit: organisation.Unit, parent: Assignment): boolean =>
  unit.path.startsWith(`${parent.unit_path}/`);

const isOpenAt = (duty: Assignment, unitCode: string): boolean =>
  duty.unit_code === unitCode && (openStates as readonly string[]).includes(duty.state);

/** The parent's rest. When that is used up the child is overdue from now on, not from before it was asked. */
function latestFor(ctx: Context, wished: string | undefined, parent: Assignment): Date | null {
  if (wished === undefined)
    return parent.due_at !== null && parent.due_at < ctx.now ? ctx.now : parent.due_at;
  const latest = new Date(wished);
  const fits = latest > ctx.now && (parent.due_at === null || latest <= parent.due_at);
  refuseUnless(fits, 'dispatch.limit-exceeds', { dueAt: parent.due_at?.toISOString() ?? '' });
  return latest;
}

/** 可下派单位: open units directly below the one that holds the duty. */
export async function delegateTargets(
  ctx: Context,
  input: { orderId: string; assignmentId: string },
): Promise<ReplyOf<typeof dispatch.delegateTargets>> {
  await orders.findVisible(ctx, input.orderId);
  const parent = await one(ctx, input.orderId, input.assignmentId);
  refuseUnless(holds(ctx.actor, parent), 'handling.not-yours');
  const below = await organisation.childrenOf(ctx, parent.unit_code);
  return {
    rows: below
      .filter((unit) => unit.takes_orders)
      .map(({ code, name, kind }) => ({ code, name, kind })),
  };
}
