import { assignmentStateLabel } from '@minsheng/contract/words/assignment.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import type { Json } from '../../platform/json.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Assignment, AssignmentChange } from './assignment.ts';
import { move } from './assignments.repo.ts';
import { type AssignmentStep, assignmentSteps } from './steps.ts';

export interface AssignmentAdvance {
  set?: AssignmentChange;
  data?: Readonly<Record<string, Json>>;
}

/** 任务流转: the only writer of a duty's state. Refuses `orders.stale` when somebody else moved it first. */
export async function advanceAssignment(
  ctx: Context,
  assignment: Assignment,
  name: AssignmentStep,
  what: AssignmentAdvance = {},
): Promise<Assignment> {
  const step = assignmentSteps[name];
  const moved = await move(ctx, assignment, step.from, { ...what.set, state: step.to });
  if (!moved) throw new Refusal('orders.stale', { status: assignmentStateLabel[assignment.state] });
  tell(ctx, { kind: 'order', id: assignment.order_id }, step.event, {
    ...what.data,
    assignment: assignment.id,
    unit: assignment.unit_code,
    path: assignment.unit_path,
    role: assignment.role,
    dutyFrom: assignment.state,
    dutyTo: step.to,
    // 专人专办: counted for those who may read it, and for nobody else.
    ...(assignment.readers && { readers: assignment.readers }),
  });
  announce(ctx, `unit:${assignment.unit_path}`);
  return { ...assignment, ...(what.set as Partial<Assignment>), state: step.to };
}
