import type { problems as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { joinAsOne } from '../issues/index.ts';
import { visibleAmong } from '../orders/index.ts';
import { issuesOf, membersOf } from './members.repo.ts';
import { maySettle } from './policy.ts';
import { change, lock, type ProblemRow } from './problems.repo.ts';
import { keepForGood } from './runs.repo.ts';

/** Every order that moves writes into three chains; more wait for the next click. */
const mostAtOnce = 300;

/** 归为事项: its appeals become one issue. What the person may not see stays where it is. */
export async function acceptProblem(
  ctx: Context,
  { problemId }: InputOf<typeof contract.acceptProblem>,
): Promise<ReplyOf<typeof contract.acceptProblem>> {
  const problem = await held(ctx, problemId);
  demand(maySettle(ctx.actor, problem));
  const members = (await membersOf(ctx, problemId)).filter(({ is_out }) => !is_out);
  const seen = await visibleAmong(
    ctx,
    members.map(({ order_id }) => order_id),
  );
  refuseUnless(seen.size > 1, 'problems.too-few');
  const waiting = await waitingOf(ctx, [...seen].toSorted(), problem.issue_id);
  const now = waiting.slice(0, mostAtOnce);
  const left = waiting.length - now.length;

  const { issueId, moved } = await joinAsOne(ctx, now, problem.issue_id);
  const settled = { issue_id: issueId, settled_by: ctx.actor.accountId, settled_at: ctx.now };
  await change(
    ctx,
    problemId,
    left > 0 ? { issue_id: issueId } : { ...settled, state: 'accepted' },
  );
  await keepForGood(ctx, problem.run_id);
  if (left === 0)
    tell(ctx, { kind: 'problem', id: problemId }, 'problems.accepted', {
      issueId,
      orders: seen.size,
    });
  announce(ctx, 'problems');
  return { issueId, moved, left };
}

/** Those that are not in its issue yet; all of them where there is none. */
async function waitingOf(
  ctx: Context,
  ids: readonly string[],
  issueId: string | null,
): Promise<string[]> {
  if (issueId === null) return [...ids];
  const issues = await issuesOf(ctx, ids);
  return ids.filter((id) => issues.get(id) !== issueId);
}

export async function held(ctx: Context, problemId: string): Promise<ProblemRow> {
  const problem = await lock(ctx, problemId);
  refuseUnless(problem, 'problems.no-such-problem');
  return problem;
}
