import type { Envelope } from '@minsheng/contract/public/exchange.ts';
import type { Context } from '../../platform/context.ts';
import type { StoredFile } from '../files/index.ts';
import * as orders from '../orders/index.ts';
import { adapterNamed } from './adapter.ts';
import { photosOf } from './appeal-photos.ts';
import { findCase } from './cases.repo.ts';
import { rawOf } from './messages.repo.ts';
import { type Peer, peerOf } from './peers.repo.ts';
import { changePending, type Pending } from './pending.repo.ts';
import { nextToSend } from './queue.repo.ts';
import { readEnvelope } from './read-envelope.ts';

/** 已领取: a message that is ours to send, until then. */
export interface Claimed {
  readonly next: Pending;
  readonly raw: Buffer;
  readonly envelope: Envelope;
  readonly until: Date;
  /** Out of which the photos of an appeal are made that it names. */
  readonly photos: readonly StoredFile[];
}

export interface Batch {
  readonly peer: Peer;
  readonly askedAt: Date;
  readonly claimed: readonly Claimed[];
}

const mostAtOnce = 8;
const secondsAnAnswer = 15;

/**
 * 领取: of a peer's queue what may leave now, a message a case. Of a peer that was silent the last time one is tried, by
 * one lane. Null: nothing to send, or no use in it.
 */
export async function claimMessages(
  ctx: Context,
  code: string,
  { isFirstLane }: { isFirstLane: boolean },
): Promise<Batch | null> {
  const peer = await peerOf(ctx, code);
  if (!peer?.isOn || (peer.holdUntil !== null && peer.holdUntil > ctx.now)) return null;
  const isDown = peer.failures > 0;
  if (isDown && !isFirstLane) return null;
  const waiting = await nextToSend(ctx, code, isDown ? 1 : mostAtOnce);
  if (waiting.length === 0) return null;
  const { mostRequests = 1 } = adapterNamed(peer.adapter);
  const claimed = await Promise.all(waiting.map((next) => claim(ctx, next, mostRequests)));
  return { peer, askedAt: ctx.now, claimed };
}

/** For as long as its files and itself may take to be answered. */
async function claim(ctx: Context, next: Pending, requests: number): Promise<Claimed> {
  const raw = await rawOf(ctx, next.id);
  const envelope = readEnvelope(raw);
  const answers = requests + envelope.attachments.length;
  const until = new Date(ctx.now.getTime() + answers * secondsAnAnswer * 1000);
  await changePending(ctx, next.id, { claimed_until: until });
  return { next, raw, envelope, until, photos: await photosFor(ctx, next, envelope) };
}

async function photosFor(
  ctx: Context,
  { line }: Pending,
  { kind, attachments }: Envelope,
): Promise<readonly StoredFile[]> {
  if (kind !== 'transfer' || attachments.length === 0) return [];
  const about = await findCase(ctx, line);
  // Not held: whoever claims eight messages would wait for whoever works on any of their orders.
  const order = about && (await orders.find(ctx, about.order_id));
  return order ? photosOf(ctx, order) : [];
}
