import type { Context } from '../../platform/context.ts';
import { type Issue, lock } from './issues.repo.ts';

/** By id, so that two links in opposite directions never wait for each other in a ring. */
export async function lockIssues(
  ctx: Context,
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, Issue>> {
  const held = new Map<string, Issue>();
  for (const id of [...new Set(issueIds)].toSorted()) {
    const issue = await lock(ctx, id);
    if (issue) held.set(id, issue);
  }
  return held;
}
