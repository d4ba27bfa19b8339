import { faultReply } from '@minsheng/contract/public/exchange.ts';
import { type ShareMessage, sharePage, shareReply } from '@minsheng/contract/public/sharing.ts';
import type { ShareAct } from '@minsheng/contract/words/sharing.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Context, Runtime } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { enqueue, handleApart } from '../../platform/jobs.ts';
import { transact } from '../../platform/transact.ts';
import { askPeer, type Peer, type Proved, peerOf } from '../exchange/index.ts';
import { countLinkage } from '../linkage/index.ts';
import { insertBatch } from './batches.repo.ts';
import { digestOf } from './give-page.ts';
import { stateOf } from './policy.ts';
import { changeShare, findShare, holdShare, type Share } from './shares.repo.ts';
import { fetchRows, sayToPeer, tellPeerAgain } from './tell-peer.jobs.ts';
import { text } from './text.ts';

interface Both {
  readonly share: Share;
  readonly peer: Peer;
}

const bothOf = (runtime: Runtime, shareId: string): Promise<Both | null> =>
  transact(runtime, systemActor, async (ctx) => {
    const share = await findShare(ctx, shareId);
    const peer = share && (await peerOf(ctx, share.peer));
    return share && peer?.isOn ? { share, peer } : null;
  });

/** 告知对方: asked outside any transaction, said again every minute while nobody answers and it still matters. */
handleApart(sayToPeer, async (runtime, { shareId, act }) => {
  const both = await transact(runtime, systemActor, (ctx) => toTell(ctx, shareId, act));
  if (!both) return;
  const body = Buffer.from(JSON.stringify(messageOf(both.share, act)));
  const answer = await askPeer(runtime.ports, both.peer, { method: 'POST', path: '/shares', body });
  await transact(runtime, systemActor, (ctx) => noteAnswer(ctx, { shareId, act, answer }));
});

/** Null: there is nothing to tell, or nobody while the peer is switched off; that waits. */
async function toTell(ctx: Context, shareId: string, act: ShareAct): Promise<Both | null> {
  const share = await findShare(ctx, shareId);
  const peer = share && (await peerOf(ctx, share.peer));
  if (!share || !peer || !isStillMeant(share, act, ctx.now)) return null;
  if (peer.isOn) return { share, peer };
  await changeShare(ctx, shareId, { trouble: text.peerOff });
  tellPeerAgain(ctx, shareId, act);
  return null;
}

/** What was ended meanwhile is not offered any more, and what has run out needs no word. */
const isStillMeant = (share: Share, act: ShareAct, now: Date): boolean =>
  share.until_at > now && (share.ended_as === null || act === 'refuse' || act === 'revoke');

function messageOf(share: Share, act: ShareAct): ShareMessage {
  if (act !== 'ask')
    return { act, id: share.ref, ...(share.end_reason && { reason: share.end_reason }) };
  return {
    act,
    id: share.ref,
    purpose: share.purpose,
    gives: share.direction === 'out' ? 'asker' : 'asked',
    fields: share.fields,
    until: share.until_at.toISOString(),
    ...(share.matter_prefix && { matterPrefix: share.matter_prefix }),
  };
}

async function noteAnswer(
  ctx: Context,
  { shareId, act, answer }: { shareId: string; act: ShareAct; answer: Proved },
): Promise<void> {
  const share = await holdShare(ctx, shareId);
  // Ended while they were asked: what is to be said now is on its way, and this must not take its place.
  if (!share || !isStillMeant(share, act, ctx.now)) return;
  const isUnknownThere = answer.kind === 'proved' && answer.status === 404;
  const hasEnded = act === 'refuse' || act === 'revoke';
  // They never heard of it: what has ended here holds nowhere.
  const trouble = hasEnded && isUnknownThere ? null : troubleOf(answer);
  await changeShare(ctx, shareId, { trouble });
  if (mayPass(answer)) tellPeerAgain(ctx, shareId, act);
  announce(ctx, 'data-sharing');
}

/** Silence, too many at once, or a fault of theirs: said again. */
const mayPass = (answer: Proved): boolean =>
  answer.kind === 'silent' || answer.status === 429 || answer.status >= 500;

function troubleOf(answer: Proved): string | null {
  if (answer.kind === 'silent') return text.silent;
  if (answer.status === 200 && shareReply.safeParse(answer.body).success) return null;
  const fault = faultReply.safeParse(answer.body);
  return text.refusedThere(fault.success ? fault.data.error.code : String(answer.status));
}

/** 取回一批: the next rows they give, kept as they came. */
handleApart(fetchRows, async (runtime, { shareId, pages }) => {
  const both = await bothOf(runtime, shareId);
  if (both?.share.direction !== 'in') return;
  const after = both.share.next_cursor;
  const path = `/shares/${both.share.ref}/rows?after=${encodeURIComponent(after)}`;
  const answer = await askPeer(runtime.ports, both.peer, { method: 'GET', path, body: null });
  await transact(runtime, systemActor, (ctx) => keepPage(ctx, { shareId, after, answer, pages }));
});

export interface FetchedPage {
  readonly shareId: string;
  readonly after: string;
  readonly answer: Proved;
  /** So many were to be fetched, this one included. */
  readonly pages: number;
}

/** What they gave, as it came; nothing of it where it was ended meanwhile. */
export async function keepPage(
  ctx: Context,
  { shareId, after, answer, pages }: FetchedPage,
): Promise<void> {
  const share = await holdShare(ctx, shareId);
  // Ended while they were asked, or another fetch was quicker: nothing of it is kept.
  if (!share || stateOf(share, ctx.now) !== 'active' || share.next_cursor !== after) return;
  announce(ctx, 'data-sharing');
  const page =
    answer.kind === 'proved' && answer.status === 200 ? sharePage.safeParse(answer.body) : null;
  if (!page?.success) {
    const trouble = page === null ? (troubleOf(answer) ?? text.badPage) : text.badPage;
    await changeShare(ctx, shareId, { trouble });
    return;
  }
  const rows = page.data.rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([field]) => share.fields.includes(field))),
  );
  const id = ctx.newId();
  await insertBatch(ctx, {
    id,
    subscription_id: shareId,
    way: 'fetched',
    account_id: null,
    from_cursor: after,
    to_cursor: page.data.next,
    orders: rows.length,
    digest: digestOf(rows),
    rows,
    orderIds: [],
  });
  await changeShare(ctx, shareId, { next_cursor: page.data.next, trouble: null });
  await countLinkage(
    ctx,
    { act: 'batch', mechanism: 'sharing', at: ctx.now },
    { asked: 1, done: 1 },
  );
  tell(ctx, { kind: 'data-sharing', id: shareId }, 'data-sharing.fetched', {
    batch: id,
    orders: rows.length,
  });
  // Each page stands by itself, and the page shows it as it comes. Who stands still is not asked for ever.
  const goesOn = page.data.more && rows.length > 0 && page.data.next !== after;
  if (goesOn && pages > 1) enqueue(ctx, fetchRows, { shareId, pages: pages - 1 });
}
