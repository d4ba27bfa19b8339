import type { Context } from '../../platform/context.ts';
import { headOf, tell } from '../../platform/events.ts';
import * as orders from '../orders/index.ts';

/**
 * 立事项, told with the first thing that happens to an issue beyond its founding: by which order and when it began. From
 * then on its own chain says who belonged to it at any instant; before, the order's chain does, and a lone order costs
 * one chain, not two. To be called before the link itself is told.
 */
export async function tellOpened(
  ctx: Context,
  issue: { id: string; opened_at: Date },
  coming: string | null,
): Promise<void> {
  const subject = { kind: 'issue', id: issue.id } as const;
  const isTold = ctx.unitOfWork.events.some((event) => event.subject.id === issue.id);
  if (isTold || (await headOf(ctx, subject)).seq > 0) return;
  const founder = (await orders.firstOfIssue(ctx, issue.id, coming))?.id;
  if (founder === undefined) return;
  tell(ctx, subject, 'issues.opened', {
    orderId: founder,
    issueId: issue.id,
    openedAt: issue.opened_at.toISOString(),
  });
}
