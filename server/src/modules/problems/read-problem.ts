import type { problems as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { accountNames } from '../identity/index.ts';
import { rowsFor, visibleAmong } from '../orders/index.ts';
import { membersOf } from './members.repo.ts';
import { mayReopen, maySettle } from './policy.ts';
import { find, type ProblemRow } from './problems.repo.ts';
import { problemViews } from './views.ts';

type Reply = ReplyOf<typeof contract.readProblem>;

const shownOrders = 200;

/** 一个问题: its numbers and reasons, and those of its appeals this person may see. */
export async function readProblem(
  ctx: Context,
  { problemId }: InputOf<typeof contract.readProblem>,
): Promise<Reply> {
  const row = await find(ctx, problemId);
  refuseUnless(row, 'problems.no-such-problem');
  const [[view], members] = await Promise.all([
    problemViews(ctx, [row]),
    membersOf(ctx, problemId),
  ]);
  refuseUnless(view, 'problems.no-such-problem');
  const out = new Set(members.filter(({ is_out }) => is_out).map(({ order_id }) => order_id));
  const ids = members.map(({ order_id }) => order_id);
  const seen = await visibleAmong(ctx, ids);
  const shown = ids.filter((id) => seen.has(id)).slice(0, shownOrders);
  const first = seen.has(row.example_order) ? [row.example_order] : [];
  const orders = await rowsFor(ctx, [...new Set([...first, ...shown])]);
  const example = orders.find(({ id }) => id === row.example_order);
  return {
    ...view,
    runId: row.run_id,
    example: example?.title ?? null,
    orders: orders.map((order) => ({ order, isOut: out.has(order.id) })),
    shownCap: shownOrders,
    hidden: ids.length - seen.size,
    settled: await settledOf(ctx, row),
    can: {
      settle: maySettle(ctx.actor, row).allowed,
      reopen: mayReopen(ctx.actor, row).allowed,
    },
  };
}

async function settledOf(ctx: Context, row: ProblemRow): Promise<Reply['settled']> {
  if (row.state === 'open' || row.settled_at === null) return null;
  const names = await accountNames(ctx, [row.settled_by]);
  return {
    by: names.get(row.settled_by ?? '') ?? null,
    at: row.settled_at.toISOString(),
    dismissedAs: row.dismissed_as,
    note: row.note ?? '',
  };
}
