import type { problems as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { instantOf } from '../../platform/ids.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { lockVisible } from '../orders/index.ts';
import { peopleBehind } from '../requesters/index.ts';
import { held } from './accept-problem.ts';
import { figuresOf } from './figures.ts';
import { membersOf, setOut } from './members.repo.ts';
import { maySettle } from './policy.ts';
import { change, type ProblemRow } from './problems.repo.ts';
import { spanOf } from './read-period.ts';
import { heldRun } from './read-runs.ts';

/** 移出一件, or put it back: the numbers are counted anew, the rank stays as it was found. */
export async function takeOut(
  ctx: Context,
  { problemId, orderId, isOut }: InputOf<typeof contract.takeOut>,
): Promise<{ done: true }> {
  // The problem before its orders, as whoever accepts it meanwhile does.
  const problem = await held(ctx, problemId);
  await lockVisible(ctx, orderId);
  demand(maySettle(ctx.actor, problem));
  refuseUnless(await setOut(ctx, { problemId, orderId, isOut }), 'problems.not-in-it');
  await countAgain(ctx, problem);
  announce(ctx, 'problems');
  return { done: true };
}

async function countAgain(ctx: Context, problem: ProblemRow): Promise<void> {
  const [members, run] = await Promise.all([
    membersOf(ctx, problem.id),
    heldRun(ctx, problem.run_id),
  ]);
  const left = members.filter(({ is_out }) => !is_out);
  const people = await peopleBehind(
    ctx,
    left.map(({ order_id }) => order_id),
  );
  const told = left.map(({ order_id, marks }) => ({ at: instantOf(order_id), marks }));
  const counted = { people, peopleBefore: problem.people_before, span: spanOf(run, ctx.city.zone) };
  await change(ctx, problem.id, figuresOf(told, counted));
}
