import type { exchange } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { messageStates } from '@minsheng/contract/words/exchange.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, placeOf } from '../../platform/keyset.ts';
import { badInput, refuseUnless } from '../../platform/refusal.ts';
import { accountNames } from '../identity/index.ts';
import * as orders from '../orders/index.ts';
import { type DeskMessage, deskMessage, deskMessages } from './desk.repo.ts';
import { rawOf } from './messages.repo.ts';
import { allPeers, peerOf } from './peers.repo.ts';
import { readEnvelope } from './read-envelope.ts';
import { unmappedIn } from './unmapped-in.ts';

const shownCap = 2000;

/** 报文清单: dead letters, the queue, what is held; or everything of a day with one peer. */
export async function listMessages(
  ctx: Context,
  { box, peer, day, cursor }: InputOf<typeof exchange.listMessages>,
): Promise<ReplyOf<typeof exchange.listMessages>> {
  if (box === 'day' && (peer === undefined || day === undefined)) throw badInput(['day']);
  const wanted = { box, peer: peer ?? null, day: day ?? null, after: placeOf(cursor) };
  const rows = await deskMessages(ctx, wanted);
  const names = await peerNames(ctx);
  const { shown, next } = cutPage(rows.map((row) => ({ ...row, by: 'id' })));
  return { rows: shown.map((row) => viewOf(row, names)), next, shownCap };
}

const peerNames = async (ctx: Context): Promise<ReadonlyMap<string, string>> =>
  new Map((await allPeers(ctx)).map(({ code, name }) => [code, name]));

type View = ReplyOf<typeof exchange.listMessages>['rows'][number];

function viewOf(row: DeskMessage, names: ReadonlyMap<string, string>): View {
  const state = row.state === 'open' ? 'waiting' : row.state;
  return {
    id: row.id,
    peer: row.peer,
    peerName: names.get(row.peer) ?? row.peer,
    direction: row.direction,
    kind: row.kind,
    senderNo: row.sender_no,
    receiverNo: row.receiver_no,
    orderId: row.order_id,
    seq: row.seq,
    state: messageStates.find((known) => known === state) ?? 'waiting',
    madeAt: row.made_at.toISOString(),
    attempts: row.attempts ?? 0,
    nextAt: row.state === 'waiting' ? (row.next_at?.toISOString() ?? null) : null,
    errorCode: row.error_code,
    errorWords: row.error_detail,
  };
}

/** One message; who asked is left out of it, and its words are for those who read orders. */
export async function readMessage(
  ctx: Context,
  { messageId }: InputOf<typeof exchange.readMessage>,
): Promise<ReplyOf<typeof exchange.readMessage>> {
  const row = await deskMessage(ctx, messageId);
  refuseUnless(row, 'exchange.no-such-message');
  const isDead = row.state === 'dead' && ctx.actor.has('exchange.settle');
  const settled = row.settled_by === null ? null : await accountNames(ctx, [row.settled_by]);
  return {
    ...viewOf(row, await peerNames(ctx)),
    body: (await mayReadWords(ctx, row)) ? await wordsOf(ctx, row.id) : null,
    messageName: row.message_id,
    settledBy: settled?.get(row.settled_by ?? '') ?? null,
    settledWhy: row.settled_why,
    unmapped: await unmappedOf(ctx, row),
    can: { replay: isDead, dismiss: isDead },
  };
}

async function unmappedOf(
  ctx: Context,
  row: DeskMessage,
): Promise<ReplyOf<typeof exchange.readMessage>['unmapped']> {
  const peer = row.state === 'dead' ? await peerOf(ctx, row.peer) : null;
  if (peer === null) return [];
  return (await unmappedIn(ctx, peer, row)).map(({ kind, code }) => ({ kind, code }));
}

/** Of an order only to those who may see that order; of what belongs to none yet to those who read orders at all. */
async function mayReadWords(ctx: Context, { order_id }: DeskMessage): Promise<boolean> {
  if (order_id === null) return ctx.actor.has('orders.read');
  return (await orders.visibleAmong(ctx, [order_id])).has(order_id);
}

async function wordsOf(ctx: Context, id: string): Promise<string> {
  const raw = await rawOf(ctx, id);
  // What it said left with the words of its order.
  if (raw.length === 0) return '';
  const { requester: _, ...body } = readEnvelope(raw).body;
  return JSON.stringify(body, null, 2);
}
