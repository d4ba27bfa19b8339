import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { countOrder, insert, lock, type NewIssue } from './issues.repo.ts';
import { tellOpened } from './tell-opened.ts';

/**
 * 立事项: every order begins with an issue of its own. Its opening is told by the order's own first event
 * (`issueId`); the issue's own chain starts when something happens to it, and then says first how it began (`tellOpened`).
 */
export async function openIssue(ctx: Context, about: NewIssue): Promise<void> {
  await insert(ctx, about);
}

/** 并入事项: a repeat belongs to the issue of the order it repeats from its first moment on. */
export async function joinIssue(ctx: Context, issueId: string, orderId: string): Promise<void> {
  const issue = await lock(ctx, issueId);
  if (issue) await tellOpened(ctx, issue, orderId);
  // A repeat is always somebody's who asks.
  await countOrder(ctx, issueId, { by: 1, isAsked: true });
  tell(ctx, { kind: 'issue', id: issueId }, 'issues.linked', {
    orderId,
    issueId,
    otherIssueId: null,
  });
}
