import type { sharing } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { enqueue } from '../../platform/jobs.ts';
import { idOf } from '../../platform/keyset.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { allPeers, type Peer, speaksProtocol } from '../exchange/index.ts';
import { accountNames } from '../identity/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import { batchesOf, batchWithRows, givenOf } from './batches.repo.ts';
import { held, toName } from './decide-share.ts';
import { mayApprove, mayAsk, mayFetch, mayRefuse, mayRevoke, stateOf } from './policy.ts';
import { findShare, latestShares, type Share } from './shares.repo.ts';
import { fetchRows } from './tell-peer.jobs.ts';

const sharesShown = 30;
const batchesShown = 30;
const givenShown = 50;

type View = ReplyOf<typeof sharing.listShares>['rows'][number];

/** 可查: by purpose or by the other side's code. */
export async function listShares(
  ctx: Context,
  { q = '', cursor }: InputOf<typeof sharing.listShares>,
): Promise<ReplyOf<typeof sharing.listShares>> {
  const peers = await allPeers(ctx);
  const found = await latestShares(ctx, {
    q,
    before: idOf(cursor),
    most: sharesShown + 1,
  });
  const shown = found.slice(0, sharesShown);
  return {
    rows: await viewsOf(ctx, shown, peers),
    next: found.length > sharesShown ? (shown.at(-1)?.id ?? null) : null,
    shownCap: sharesShown,
    peers: peers
      .filter((peer) => peer.isOn && speaksProtocol(peer))
      .map(({ code, name }) => ({ code, name })),
    can: { ask: mayAsk(ctx.actor).allowed },
  };
}

export async function readShare(
  ctx: Context,
  { shareId, cursor }: InputOf<typeof sharing.readShare>,
): Promise<ReplyOf<typeof sharing.readShare>> {
  const share = await findShare(ctx, shareId);
  refuseUnless(share, 'data-sharing.no-such-share');
  const [peers, found] = await Promise.all([
    allPeers(ctx),
    batchesOf(ctx, { shareId, before: idOf(cursor), most: batchesShown + 1 }),
  ]);
  const [view] = await viewsOf(ctx, [share], peers);
  refuseUnless(view, 'data-sharing.no-such-share');
  const shown = found.slice(0, batchesShown);
  return {
    share: view,
    batches: shown.map((batch) => ({
      id: batch.id,
      way: batch.way,
      at: batch.at.toISOString(),
      by: view.peer.name,
      orders: batch.orders,
      fromCursor: batch.from_cursor,
      toCursor: batch.to_cursor,
    })),
    next: found.length > batchesShown ? (shown.at(-1)?.id ?? null) : null,
    toName: toName(share),
    can: {
      approve: mayApprove(ctx.actor, share, ctx.now).allowed,
      refuse: mayRefuse(ctx.actor, share, ctx.now).allowed,
      revoke: mayRevoke(ctx.actor, share, ctx.now).allowed,
      fetch: mayFetch(ctx.actor, share, ctx.now).allowed,
    },
  };
}

/** 可看. Whoever opens a batch is kept in the audit. */
export async function readBatch(
  ctx: Context,
  { batchId }: InputOf<typeof sharing.readBatch>,
): Promise<ReplyOf<typeof sharing.readBatch>> {
  const batch = await batchWithRows(ctx, batchId);
  refuseUnless(batch, 'data-sharing.no-such-batch');
  const share = await findShare(ctx, batch.subscription_id);
  return {
    fields: share?.fields ?? [],
    rows: batch.rows,
    digest: batch.digest,
    emptiedAt: batch.emptied_at?.toISOString() ?? null,
  };
}

/** 可追溯: to whom an order went. */
export async function sharesOfOrder(
  ctx: Context,
  { orderId }: InputOf<typeof sharing.sharesOfOrder>,
): Promise<ReplyOf<typeof sharing.sharesOfOrder>> {
  const order = await orders.findVisible(ctx, orderId);
  const [rows, peers] = await Promise.all([givenOf(ctx, orderId, givenShown), allPeers(ctx)]);
  return {
    orderNo: order.order_no,
    rows: rows.map((row) => ({
      shareId: row.subscription_id,
      batchId: row.batch_id,
      peerName: nameOf(peers, row.peer),
      purpose: row.purpose,
      at: row.at.toISOString(),
    })),
  };
}

/** At one press; whoever gives more is asked again by a person. */
const mostPages = 200;

/** 取回: the job asks them page by page, so that nobody waits for a slow system. */
export async function fetchShare(
  ctx: Context,
  { shareId }: InputOf<typeof sharing.fetchShare>,
): Promise<{ done: true }> {
  const share = await held(ctx, shareId);
  demand(mayFetch(ctx.actor, share, ctx.now));
  enqueue(ctx, fetchRows, { shareId, pages: mostPages });
  return { done: true };
}

const nameOf = (peers: readonly Peer[], code: string): string =>
  peers.find((peer) => peer.code === code)?.name ?? code;

async function viewsOf(
  ctx: Context,
  rows: readonly Share[],
  peers: readonly Peer[],
): Promise<View[]> {
  const names = await accountNames(
    ctx,
    rows.flatMap(({ asked_by, ours_by }) => [asked_by, ours_by]),
  );
  const named = async ({ matter_prefix }: Share) =>
    matter_prefix === null ? null : matters.prefixName(ctx, matter_prefix);
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      peer: { code: row.peer, name: nameOf(peers, row.peer) },
      direction: row.direction,
      askedBySide: row.asked_by_side,
      state: stateOf(row, ctx.now),
      purpose: row.purpose,
      fields: row.fields,
      matterName: await named(row),
      untilAt: row.until_at.toISOString(),
      askedAt: row.asked_at.toISOString(),
      askedBy: row.asked_by && (names.get(row.asked_by) ?? ''),
      approvedAt: row.ours_at?.toISOString() ?? null,
      approvedBy: row.ours_by && (names.get(row.ours_by) ?? ''),
      theirsAt: row.theirs_at?.toISOString() ?? null,
      endedAt: row.ended_at?.toISOString() ?? null,
      endReason: row.end_reason,
      trouble: row.trouble,
    })),
  );
}
