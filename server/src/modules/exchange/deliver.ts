import { faultReply, receipt } from '@minsheng/contract/public/exchange.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Context, Runtime } from '../../platform/context.ts';
import { handleApart } from '../../platform/jobs.ts';
import { transact } from '../../platform/transact.ts';
import { adapterNamed } from './adapter.ts';
import { sendFiles } from './answer-files.ts';
import { askPeer, type Proved } from './ask-peer.ts';
import { changeCase, findCase } from './cases.repo.ts';
import { died } from './died.ts';
import { watchQueue } from './late-waits.ts';
import { endMessage, messageOf, rawOf } from './messages.repo.ts';
import { type Peer, peerOf, wentWell, wentWrong } from './peers.repo.ts';
import { changePending, dropPending, type Pending } from './pending.repo.ts';
import { nextDueAt, nextToSend } from './queue.repo.ts';
import { send, sendAgainAt } from './queue-message.ts';
import { readEnvelope } from './read-envelope.ts';

const lanes = 3;
const mostAtOnce = 100;
/** A slow peer gives the place back and stands in line again: it is also where the telephone of an emergency rings from. */
const longestRunMs = 10_000;

/** 送达: one peer's queue, several cases at a time; a peer that is silent is asked by one lane, and holds no other queue. */
handleApart(send, async (runtime, { peer }) => {
  const found = await transact(runtime, systemActor, (ctx) => peerOf(ctx, peer));
  if (!found?.isOn) return;
  const wide = found.failures > 0 ? 1 : lanes;
  const until = performance.now() + longestRunMs;
  await Promise.all(Array.from({ length: wide }, () => lane(runtime, peer, until)));
  await transact(runtime, systemActor, async (ctx) => {
    const [now, due] = [await peerOf(ctx, peer), await nextDueAt(ctx, peer)];
    if (!due) return;
    await watchQueue(ctx, peer);
    const hold = now?.holdUntil ?? due;
    sendAgainAt(ctx, peer, new Date(Math.max(due.getTime(), hold.getTime())));
  });
});

async function lane(runtime: Runtime, peer: string, until: number): Promise<void> {
  for (let count = 0; count < mostAtOnce && performance.now() < until; count += 1) {
    const went = await transact(runtime, systemActor, (ctx) => sendNext(ctx, peer));
    if (!went) return;
  }
}

/** False: there is nothing to send, or no use in it. The row is held while the peer is asked. */
async function sendNext(ctx: Context, code: string): Promise<boolean> {
  const peer = await peerOf(ctx, code);
  if (!peer?.isOn || (peer.holdUntil !== null && peer.holdUntil > ctx.now)) return false;
  const next = await nextToSend(ctx, code);
  if (!next) return false;
  const body = await rawOf(ctx, next.id);
  const { carries } = adapterNamed(peer.adapter);
  if (carries) {
    const envelope = readEnvelope(body);
    const left = await carries(ctx.ports, { peer, id: next.id, envelope });
    return left
      ? over(ctx, { peer, next }, {})
      : again(ctx, { peer, next }, { code: 'no-folder', detail: null });
  }
  const answer =
    (await sendFiles(ctx, peer, body)) ??
    (await askPeer(ctx.ports, peer, { method: 'POST', path: '/messages', body }));
  return take(ctx, { peer, next, answer });
}

interface Asked {
  readonly peer: Peer;
  readonly next: Pending;
  readonly answer: Proved;
}

async function take(ctx: Context, asked: Asked): Promise<boolean> {
  const { peer, next, answer } = asked;
  if (answer.kind === 'silent') return again(ctx, asked, { code: answer.reason, detail: null });
  const { status } = answer;
  if (status === 200) return delivered(ctx, asked, answer.body);
  const read = faultReply.safeParse(answer.body);
  const code = read.success ? read.data.error.code.slice(0, 40) : 'nonsense';
  const field = read.success ? (read.data.error.field ?? '').slice(0, 80) : '';
  const error = { code, detail: `${status} ${field}`.trim() };
  // The number was taken after all: what was given up had arrived.
  if (status === 409 && code === 'seq-taken' && next.kind === 'void') return over(ctx, asked, {});
  if (isForEver(status)) {
    await wentWell(ctx, peer.code);
    await died(ctx, next, error);
    return true;
  }
  return again(ctx, asked, error, answer.retryAfterSeconds);
}

const isForEver = (status: number): boolean => [400, 409, 413, 422, 508].includes(status);

async function delivered(ctx: Context, asked: Asked, body: unknown): Promise<boolean> {
  const read = receipt.safeParse(body);
  const message = await messageOf(ctx, asked.next.id);
  if (!read.success || read.data.id !== message?.message_id)
    return again(ctx, asked, { code: 'nonsense', detail: '200' });
  const number = read.data.number?.slice(0, 64);
  return over(ctx, asked, number ? { number } : {});
}

async function over(
  ctx: Context,
  { peer, next }: Pick<Asked, 'peer' | 'next'>,
  { number }: { number?: string },
): Promise<boolean> {
  await endMessage(ctx, next.id, {
    state: 'delivered',
    ...(number !== undefined && { receiver_no: number }),
  });
  await dropPending(ctx, next.id);
  await wentWell(ctx, peer.code);
  if (number !== undefined) await learnNumber(ctx, next.line, number);
  return true;
}

/** Their number of the case, as soon as they say it. */
async function learnNumber(ctx: Context, caseId: string, number: string): Promise<void> {
  const about = await findCase(ctx, caseId);
  if (about && about.their_no !== number) await changeCase(ctx, caseId, { their_no: number });
}

const mostAttempts = 10;
const longestPauseSeconds = 300;

/** 2, 4, 8 … 300 seconds. */
export const pauseSeconds = (attempts: number): number =>
  Math.min(2 ** attempts, longestPauseSeconds);

/** Silence, or a no that may pass: later, and with it whatever else waits for this peer. */
async function again(
  ctx: Context,
  { peer, next }: Pick<Asked, 'peer' | 'next'>,
  error: { code: string; detail: string | null },
  wishedSeconds?: number,
): Promise<boolean> {
  const attempts = next.attempts + 1;
  // While nothing gets through the peer is down, and that is no fault of this message.
  const othersPass = peer.lastOutAt !== null && peer.lastOutAt > next.first_at;
  if (attempts >= mostAttempts && othersPass) {
    await died(ctx, next, error);
    return true;
  }
  const seconds = Math.min(wishedSeconds ?? pauseSeconds(peer.failures + 1), longestPauseSeconds);
  const hold = new Date(ctx.now.getTime() + seconds * 1000);
  await wentWrong(ctx, peer.code, hold);
  // After a second failure others go first: perhaps it is this message that the peer chokes on.
  const behind = attempts > 1 ? seconds * 500 : 0;
  await changePending(ctx, next.id, {
    attempts,
    next_at: new Date(hold.getTime() + behind),
    error_code: error.code,
    error_detail: error.detail,
  });
  return false;
}
