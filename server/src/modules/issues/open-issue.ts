import type { Context } from '../../platform/context.ts';
import { insert } from './issues.repo.ts';

/**
 * 立事项: every order begins with an issue of its own. Its opening is told by the order's own first event
 * (`issueId`); the issue's chain starts with the first link, so that a lone order costs one chain, not two.
 */
export async function openIssue(
  ctx: Context,
  about: { matterCode: string; areaCode: string },
): Promise<string> {
  const id = ctx.newId();
  await insert(ctx, { id, ...about });
  return id;
}
