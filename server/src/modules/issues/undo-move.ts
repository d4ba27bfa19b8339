import type { issues } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf, type StoredEvent } from '../../platform/events.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as orders from '../orders/index.ts';
import { findAroundAgain } from './find-around.ts';
import { ordersIn } from './issues.repo.ts';
import { lockIssues } from './lock-issues.ts';
import { moveTo } from './move-order.ts';
import { settleSame, unsettle } from './proposals.repo.ts';

export interface LastMove {
  readonly seq: number;
  readonly at: Date;
  readonly byAccount: string | null;
  /** Where it came from; null for a repeat, which was there from its first moment on. */
  readonly backTo: string | null;
}

/** 上一步: of the order's own chain, which issue it came from with its last move. */
export async function lastMoveOf(ctx: Context, orderId: string): Promise<LastMove | null> {
  const chain = await historyOf(ctx, { kind: 'order', id: orderId });
  const last = chain.findLast(({ type }) => type === 'issues.linked' || type === 'issues.unlinked');
  return last === undefined ? null : moveIn(last);
}

function moveIn({ seq, at, actorId, type, data }: StoredEvent): LastMove {
  const from = type === 'issues.linked' ? data.otherIssueId : data.issueId;
  return { seq, at, byAccount: actorId, backTo: typeof from === 'string' ? from : null };
}

/** 撤销: the last move of an order is taken back; both chains keep the move and its undoing. */
export async function undoMove(
  ctx: Context,
  { issueId, orderId, backTo }: InputOf<typeof issues.undoMove>,
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, orderId);
  const last = await lastMoveOf(ctx, orderId);
  const held = await lockIssues(ctx, [issueId, backTo]);
  const target = held.get(backTo);
  refuseUnless(target, 'issues.no-such-issue');
  refuseUnless(order.issue_id === issueId && last?.backTo === backTo, 'issues.moved-since');

  await moveTo(ctx, order, {
    to: target,
    left: held.get(issueId) ?? null,
    reason: null,
    data: { undoes: last.seq },
  });
  // What a person said of both is open again; a group it goes back to had been confirmed before.
  await unsettle(ctx, { orderId, issueId });
  await unsettle(ctx, { orderId, issueId: backTo });
  if (ordersIn(target) > 0) await settleSame(ctx, { orderId, issueId: backTo });
  await findAroundAgain(ctx, [orderId], [issueId, backTo]);
  return { done: true };
}
