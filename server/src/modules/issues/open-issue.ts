import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { countAppeals, insert } from './issues.repo.ts';

/**
 * 立事项: every order begins with an issue of its own. Its opening is told by the order's own first event
 * (`issueId`); the issue's chain starts with the first link, so that a lone order costs one chain, not two.
 */
export async function openIssue(
  ctx: Context,
  about: { id: string; matterCode: string; areaCode: string },
): Promise<void> {
  await insert(ctx, about);
}

/** 并入事项: a repeat belongs to the issue of the order it repeats from its first moment on. */
export async function joinIssue(ctx: Context, issueId: string, orderId: string): Promise<void> {
  await countAppeals(ctx, issueId, 1);
  tell(ctx, { kind: 'issue', id: issueId }, 'issues.linked', {
    orderId,
    issueId,
    otherIssueId: null,
  });
}
