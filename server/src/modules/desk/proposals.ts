import type { issues as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf } from '../../platform/events.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { accountNames } from '../identity/index.ts';
import * as issues from '../issues/index.ts';
import * as orders from '../orders/index.ts';
import { mentionedIn } from './issue-members.ts';
import { orderText } from './text.ts';

type Row = ReplyOf<typeof contract.proposalsToIssue>['rows'][number];
type LastMove = ReplyOf<typeof contract.proposalsToIssue>['lastMoves'][number];

const shownCap = 50;
const shownMoves = 20;

/** 这件可能属于哪个事项: what the machine proposes for one order, with reasons; a person decides. */
export async function proposalsOfOrder(
  ctx: Context,
  { orderId }: InputOf<typeof contract.proposalsOfOrder>,
): Promise<ReplyOf<typeof contract.proposalsOfOrder>> {
  await orders.findVisible(ctx, orderId);
  const [rows, moves] = await Promise.all([
    viewsOf(ctx, await issues.proposalsFrom(ctx, orderId)),
    movesOf(ctx, [orderId]),
  ]);
  return { rows, lastMove: moves[0] ?? null };
}

/** 哪些可能属于这个事项: seen by whoever sees one of its orders, each row by whoever sees both orders. */
export async function proposalsToIssue(
  ctx: Context,
  { issueId }: InputOf<typeof contract.proposalsToIssue>,
): Promise<ReplyOf<typeof contract.proposalsToIssue>> {
  const [members, chain] = await Promise.all([
    orders.ordersOfIssues(ctx, [issueId], 500),
    historyOf(ctx, { kind: 'issue', id: issueId }),
  ]);
  const ever = [...new Set([...members.map(({ id }) => id), ...mentionedIn(chain)])];
  const seen = await orders.visibleAmong(ctx, ever);
  refuseUnless(seen.size > 0, 'issues.no-such-issue');
  const proposed = await issues.proposalsTo(ctx, issueId, shownCap);
  const moved = [...seen].toSorted().slice(-shownMoves);
  const [rows, moves] = await Promise.all([viewsOf(ctx, proposed), movesOf(ctx, moved)]);
  const lastMoves = moves.filter((move) => move.issueId === issueId || move.backTo === issueId);
  return { rows, lastMoves, shownCap };
}

async function viewsOf(ctx: Context, proposed: readonly issues.Proposal[]): Promise<Row[]> {
  const ids = [...new Set(proposed.flatMap(({ orderId, likeOrder }) => [orderId, likeOrder]))];
  const seen = await orders.visibleAmong(ctx, ids);
  const [rows, told] = await Promise.all([
    orders.orderRows(ctx, [...seen], 'as-said'),
    orders.tellings(ctx, [...seen]),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const views: Row[] = [];
  for (const one of proposed) {
    const [order, like] = [byId.get(one.orderId), byId.get(one.likeOrder)];
    // Whatever has moved since is found anew within seconds.
    if (!order || like?.issueId !== one.issueId || order.issueId === one.issueId) continue;
    if (one.state !== 'proposed' && one.state !== 'rejected') continue;
    const both = { own: told.get(one.orderId), like: told.get(one.likeOrder) };
    views.push({
      state: one.state,
      why: one.why,
      issueId: one.issueId,
      appeals: like.appealsInIssue,
      people: await issues.peopleOf(ctx, one.issueId),
      order: toldOf(order),
      like: toldOf(like),
      reasons: await issues.reasonsBetween(ctx, one.reasons, both),
    });
  }
  return views;
}

function toldOf(row: orders.OrderRow): Row['order'] {
  const { id: orderId, orderNo, title, status, areaName, address, acceptedAt } = row;
  return { orderId, orderNo, title, status, areaName, address, acceptedAt };
}

async function movesOf(ctx: Context, orderIds: readonly string[]): Promise<LastMove[]> {
  const rows = await orders.orderRows(ctx, orderIds, 'as-said');
  const moves = await Promise.all(
    rows.map(async (row) => ({ row, move: await issues.lastMoveOf(ctx, row.id) })),
  );
  const names = await accountNames(
    ctx,
    moves.map(({ move }) => move?.byAccount ?? null),
  );
  return moves
    .flatMap(({ row, move }): LastMove[] => {
      if (!move || move.backTo === null) return [];
      const { id: orderId, orderNo, title, issueId } = row;
      const who = names.get(move.byAccount ?? '') ?? orderText.system;
      const { backTo } = move;
      return [{ orderId, orderNo, title, at: move.at.toISOString(), who, issueId, backTo }];
    })
    .toSorted((a, b) => b.at.localeCompare(a.at));
}
