import type { Context } from '../../platform/context.ts';
import { changeCase, findCase } from './cases.repo.ts';
import type { Batch, Claimed } from './claim-messages.ts';
import { died } from './died.ts';
import { endMessage } from './messages.repo.ts';
import type { Outcome } from './outcome-of.ts';
import { type Peer, peerOf, wentWell, wentWrong } from './peers.repo.ts';
import { changePending, dropPending, lockPending } from './pending.repo.ts';

export interface Asked {
  readonly claimed: Claimed;
  readonly outcome: Outcome;
}

type Later = Extract<Outcome, { kind: 'later' }>;

/** 记下结果 of a batch, in one transaction. False: the peer is to be left alone for a while. */
export async function recordOutcomes(
  ctx: Context,
  { peer: { code }, askedAt }: Batch,
  asked: readonly Asked[],
): Promise<boolean> {
  const peer = await peerOf(ctx, code);
  if (!peer) return false;
  let isAnswered = false;
  let isHeld = false;
  const later: { claimed: Claimed; outcome: Later }[] = [];
  for (const { claimed, outcome } of await stillOurs(ctx, asked)) {
    if (outcome.kind === 'later') later.push({ claimed, outcome });
    else isAnswered = true;
    if (outcome.kind === 'over') await over(ctx, claimed, outcome.number);
    if (outcome.kind === 'over') await outcome.besides?.(ctx, claimed.next.line);
    if (outcome.kind === 'never') await died(ctx, claimed.next, outcome.error);
  }
  if (isAnswered) await wentWell(ctx, code);
  for (const { claimed, outcome } of later) {
    const holds = outcome.isTheirWish || (!isAnswered && !outcome.isOurs);
    const holdUntil = await again(ctx, peer, { claimed, outcome, holds });
    if (!holds || holdUntil === null) continue;
    await wentWrong(ctx, code, { holdUntil, askedAt });
    isHeld = true;
  }
  return !isHeld;
}

/** Whose claim ran out, as one who was stopped for minutes, has nothing to say any more: somebody else asked again. */
async function stillOurs(ctx: Context, asked: readonly Asked[]): Promise<readonly Asked[]> {
  const now = await Promise.all(asked.map(({ claimed }) => lockPending(ctx, claimed.next.id)));
  return asked.filter(({ claimed: { until } }, at) => {
    const found = now[at];
    return found?.state === 'waiting' && found.claimed_until?.getTime() === until.getTime();
  });
}

async function over(ctx: Context, { next }: Claimed, number: string | null): Promise<void> {
  await endMessage(ctx, next.id, {
    state: 'delivered',
    ...(number !== null && { receiver_no: number }),
  });
  await dropPending(ctx, next.id);
  if (number !== null) await learnNumber(ctx, next.line, number);
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

/**
 * Silence, or a no that may pass: later, and with it whatever else waits for this peer, unless others got through at the
 * same time. Null: it has been tried often enough.
 */
async function again(
  ctx: Context,
  peer: Peer,
  { claimed: { next }, outcome, holds }: { claimed: Claimed; outcome: Later; holds: boolean },
): Promise<Date | null> {
  const attempts = next.attempts + 1;
  // While nothing gets through the peer is down, and that is no fault of this message.
  const othersPass = !holds || (peer.lastOutAt !== null && peer.lastOutAt > next.first_at);
  if (attempts >= mostAttempts && othersPass) {
    await died(ctx, next, outcome.error);
    return null;
  }
  const wished = outcome.wishedSeconds ?? pauseSeconds(peer.failures + 1);
  const pause = Math.min(wished, longestPauseSeconds);
  const ownPause = Math.max(pause, othersPass ? pauseSeconds(attempts) : 0);
  // After a second failure others go first: perhaps it is this message that the peer chokes on.
  const behind = attempts > 1 ? ownPause * 0.5 : 0;
  await changePending(ctx, next.id, {
    attempts,
    next_at: secondsOn(ctx, ownPause + behind),
    claimed_until: null,
    error_code: outcome.error.code,
    error_detail: outcome.error.detail,
  });
  return secondsOn(ctx, pause);
}

const secondsOn = ({ now }: Context, seconds: number): Date =>
  new Date(now.getTime() + seconds * 1000);
