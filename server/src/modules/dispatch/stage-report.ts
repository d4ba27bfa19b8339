import type { Context } from '../../platform/context.ts';
import { waitFor } from '../waits/index.ts';
import type { Assignment } from './assignment.ts';
import { change } from './assignments.repo.ts';
import { dutyLimits } from './duty-limits.ts';
import { workingStates } from './steps.ts';

/** One at a time: an order has one lead. */
export const stageReportKey = (orderId: string) =>
  ({ kind: 'stage-report', id: orderId, no: 0 }) as const;

/**
 * 阶段报告 (domain 2.3, N15): the lead writes how far it is, at the latest so many working days from now: from its
 * dispatch, from its last report, or from when its answer was sent back.
 */
export async function stageReportLater(
  ctx: Context,
  duty: Pick<Assignment, 'order_id' | 'id' | 'role'> & { limits: unknown },
): Promise<Date | null> {
  const { stageReport } = dutyLimits.parse(duty.limits);
  if (!stageReport || duty.role !== 'lead') return null;
  const dueAt = await waitFor(ctx, stageReportKey(duty.order_id), stageReport);
  await change(ctx, duty, { stage_report_due_at: dueAt });
  return dueAt;
}

/** Owes reports: the lead, until it hands in. */
export const owesStageReports = ({
  state,
  stage_report_due_at: dueAt,
}: Pick<Assignment, 'state' | 'stage_report_due_at'>): boolean =>
  dueAt !== null && state !== 'to-sign-off' && workingStates.some((each) => each === state);
