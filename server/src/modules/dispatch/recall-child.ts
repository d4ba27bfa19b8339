import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { advanceAssignment } from './advance-assignment.ts';
import type { Assignment } from './assignment.ts';
import { ofOrder } from './assignments.repo.ts';
import { mayRecallChild } from './policy.ts';
import { openStates } from './steps.ts';
import { revokeAll } from './undo-send.ts';

interface RecallChild {
  orderId: string;
  assignmentId: string;
  reason: string;
}

/** 收回下派: the unit that delegated takes the duty back, with everything passed on below it. */
export async function recallChild(ctx: Context, input: RecallChild): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, input.orderId);
  const duties = await ofOrder(ctx, order.id);
  const child = duties.find(({ id }) => id === input.assignmentId);
  const parent = duties.find(({ id }) => id === child?.parent_id);
  refuseUnless(child && parent, 'dispatch.no-such-assignment');
  demand(mayRecallChild(ctx.actor, order, parent, child));

  const why = await orders.addText(ctx, order.id, { kind: 'reason', content: input.reason });
  await revokeAll(ctx, subtree(child, duties), { text: why.no });
  const hasOthers = duties.some(
    (duty) => duty.parent_id === parent.id && duty.id !== child.id && isOpen(duty),
  );
  if (!hasOthers && parent.state === 'delegated') {
    await advanceAssignment(ctx, parent, 'take-back', { data: { child: child.id, text: why.no } });
  }
  return { done: true };
}

const isOpen = ({ state }: Assignment): boolean =>
  (openStates as readonly string[]).includes(state);

/** A duty and all that was delegated from it, the deepest first. */
export function subtree(root: Assignment, duties: readonly Assignment[]): Assignment[] {
  const children = duties.filter(({ parent_id }) => parent_id === root.id);
  return [...children.flatMap((child) => subtree(child, duties)), root];
}
