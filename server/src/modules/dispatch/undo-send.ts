import type { Context } from '../../platform/context.ts';
import { cancelLater } from '../../platform/jobs.ts';
import { demand } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { advanceAssignment } from './advance-assignment.ts';
import type { Assignment } from './assignment.ts';
import { ofOrder } from './assignments.repo.ts';
import { mayUndo } from './policy.ts';
import { openStates } from './steps.ts';

/** What an order loses when it goes back to the dispatch desk. */
export const unsent = {
  lead_unit: null,
  lead_path: null,
  due_at: null,
  limit_class: null,
  limit_version: null,
  auto_sent: false,
  parked_at: null,
} as const;

/** 撤销派单: within 60 s and while nobody has signed. */
export async function undoSend(
  ctx: Context,
  { orderId }: { orderId: string },
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, orderId);
  const assignments = await ofOrder(ctx, orderId);
  demand(mayUndo(ctx.actor, order, assignments, ctx.now));

  await revokeAll(ctx, assignments);
  await orders.advance(ctx, order, 'undo-dispatch', { set: { ...unsent, promise_at: null } });
  return { done: true };
}

/** Takes back every duty that is still open, and stills its alarm. */
export async function revokeAll(
  ctx: Context,
  assignments: readonly Assignment[],
  data: { text?: number } = {},
): Promise<void> {
  const open = assignments.filter(({ state }) => (openStates as readonly string[]).includes(state));
  for (const duty of open) {
    await advanceAssignment(ctx, duty, 'revoke', { set: { revoked_at: ctx.now }, data });
    cancelLater(ctx, `sign:${duty.id}`);
  }
}
