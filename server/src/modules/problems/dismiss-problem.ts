import type { problems as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import { held } from './accept-problem.ts';
import { mayReopen, maySettle } from './policy.ts';
import { change, unsettled } from './problems.repo.ts';

const done = { done: true } as const;

/** 排除: it is no problem, for a reason; the same appeals are not put before anybody again. */
export async function dismissProblem(
  ctx: Context,
  { problemId, dismissedAs, note }: InputOf<typeof contract.dismissProblem>,
): Promise<typeof done> {
  const problem = await held(ctx, problemId);
  demand(maySettle(ctx.actor, problem));
  await change(ctx, problemId, {
    ...unsettled,
    state: 'dismissed',
    dismissed_as: dismissedAs,
    note: note || null,
    settled_by: ctx.actor.accountId,
    settled_at: ctx.now,
  });
  tell(ctx, { kind: 'problem', id: problemId }, 'problems.dismissed', { as: dismissedAs });
  announce(ctx, 'problems');
  return done;
}

/** 重新核对: later runs find it open as well, because this was said last. */
export async function reopenProblem(
  ctx: Context,
  { problemId }: InputOf<typeof contract.reopenProblem>,
): Promise<typeof done> {
  const problem = await held(ctx, problemId);
  demand(mayReopen(ctx.actor, problem));
  const settled = { settled_by: ctx.actor.accountId, settled_at: ctx.now };
  await change(ctx, problemId, { ...unsettled, ...settled });
  tell(ctx, { kind: 'problem', id: problemId }, 'problems.reopened', {});
  announce(ctx, 'problems');
  return done;
}
