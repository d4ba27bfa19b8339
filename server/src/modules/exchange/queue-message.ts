import type { Envelope, Said } from '@minsheng/contract/public/exchange.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { aheadOfOthers, cancelLater, job, later } from '../../platform/jobs.ts';
import { adapterNamed } from './adapter.ts';
import { answerFiles } from './answer-files.ts';
import { appealPhotos } from './appeal-photos.ts';
import { type Case, casesOfOrder, changeCase, lockCase, putCase } from './cases.repo.ts';
import { mappedOut } from './map-codes.ts';
import { insertMessage } from './messages.repo.ts';
import { peerOf } from './peers.repo.ts';
import { insertPending } from './pending.repo.ts';

export const send = job('exchange:send', z.object({ peer: z.string() }));
aheadOfOthers(send);

/** The queue is looked at now. A key of its own: what is set for later must not take its place. */
export function sendSoon(ctx: Context, peer: string): void {
  later(ctx, send, { peer }, { at: ctx.now, key: `exchange:send:${peer}` });
}

export function sendAgainAt(ctx: Context, peer: string, at: Date): void {
  later(ctx, send, { peer }, { at, key: againKey(peer) });
}

/** Nothing waits for it any more. */
export function sendNoMore(ctx: Context, peer: string): void {
  cancelLater(ctx, againKey(peer));
}

const againKey = (peer: string): string => `exchange:again:${peer}`;

/** 交给对方: a case between this order and the peer, so that messages about it have their order. */
export async function openCase(
  ctx: Context,
  { peer, orderId, orderNo, heardSeq }: CaseToOpen,
): Promise<Case> {
  return putCase(ctx, {
    peer,
    orderId,
    ourNo: orderNo,
    theirNo: null,
    openedBy: 'us',
    via: [],
    heardSeq,
  });
}

export interface CaseToOpen {
  readonly peer: string;
  readonly orderId: string;
  readonly orderNo: string;
  /** The order's last event that the peer need not be told of. */
  readonly heardSeq: number;
}

/** 去件: written in the transaction of whatever causes it; it leaves once that stands. Answers its id. */
export async function queueMessage(ctx: Context, caseId: string, said: Said): Promise<string> {
  const about = await lockCase(ctx, caseId);
  const seq = about.out_seq + 1;
  await changeCase(ctx, caseId, { out_seq: seq });
  return writeMessage(ctx, about, { said, seq });
}

/** Under a number that is known: the next, or that of a message given up. */
export async function writeMessage(
  ctx: Context,
  about: Case,
  { said, seq }: { said: Said; seq: number },
): Promise<string> {
  const peer = await peerOf(ctx, about.peer);
  if (!peer) throw new Error(`No peer is called ${about.peer}.`);
  const { leaves, showsPhotos = false } = adapterNamed(peer.adapter);
  const allowed = leaves ? await leaves(ctx, about.order_id, said) : said;
  const id = ctx.newId();
  const envelope = {
    version: '1',
    id,
    kind: said.kind,
    seq,
    at: ctx.now.toISOString(),
    case: { sender: about.our_no, receiver: about.their_no },
    via: await viaOf(ctx, about, peer.ownCode),
    body: (await mappedOut(ctx, peer, allowed)).body,
    attachments: await attachmentsOf(ctx, about.order_id, { said, showsPhotos }),
  };
  await insertMessage(ctx, {
    id,
    peer: about.peer,
    direction: 'out',
    messageId: id,
    caseId: about.id,
    orderId: about.order_id,
    senderNo: about.our_no,
    receiverNo: about.their_no,
    kind: said.kind,
    seq,
    at: ctx.now,
    raw: Buffer.from(JSON.stringify(envelope)),
  });
  await insertPending(ctx, {
    id,
    peer: about.peer,
    direction: 'out',
    line: about.id,
    seq,
    kind: said.kind,
    state: 'waiting',
  });
  tell(ctx, { kind: 'order', id: about.order_id }, 'exchange.sent', {
    peer: about.peer,
    kind: said.kind,
    message: id,
  });
  sendSoon(ctx, about.peer);
  return id;
}

async function attachmentsOf(
  ctx: Context,
  orderId: string,
  { said, showsPhotos }: { said: Said; showsPhotos: boolean },
): Promise<Envelope['attachments']> {
  if (said.kind === 'result') return answerFiles(ctx, orderId);
  return said.kind === 'transfer' && showsPhotos ? appealPhotos(ctx, orderId) : [];
}

/** What the appeal passed before it came here by other peers, then ourselves: two adapters cannot turn it in a circle. */
async function viaOf(ctx: Context, about: Case, ownCode: string): Promise<string[]> {
  const cases = await casesOfOrder(ctx, about.order_id);
  const before = cases.filter(({ id }) => id !== about.id).flatMap(({ via }) => via);
  return [...new Set([...before, ownCode])];
}
