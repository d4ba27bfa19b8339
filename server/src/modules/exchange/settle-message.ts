import type { exchange } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { later } from '../../platform/jobs.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { applyAgainAt } from './apply-jobs.ts';
import { changeIncoming, lockCase, lockIncoming } from './cases.repo.ts';
import { deskTopic } from './died.ts';
import { endMessage } from './messages.repo.ts';
import {
  changePending,
  dropPending,
  lockPending,
  type Pending,
  pendingAt,
  pendingOf,
} from './pending.repo.ts';
import { sendSoon, writeMessage } from './queue-message.ts';
import { tellSender } from './tell-sender.ts';

const done = { done: true } as const;

/** 重发, 重新入库: after what stood in its way has been put right. */
export async function replayMessage(
  ctx: Context,
  { messageId }: InputOf<typeof exchange.replayMessage>,
): Promise<typeof done> {
  const dead = await heldDead(ctx, messageId);
  await changePending(ctx, dead.id, {
    state: 'waiting',
    attempts: 0,
    next_at: ctx.now,
    error_code: null,
    error_detail: null,
    dead_at: null,
    replayed_at: ctx.now,
  });
  if (dead.direction === 'out') sendSoon(ctx, dead.peer);
  else later(ctx, applyAgainAt.job, { id: dead.id }, applyAgainAt.now(ctx, dead.id));
  announce(ctx, deskTopic);
  return done;
}

/** 作废: nothing comes of it, and what follows it in its case goes on. A number of ours that is given up is told so. */
export async function dismissMessage(
  ctx: Context,
  { messageId, reason }: InputOf<typeof exchange.dismissMessage>,
): Promise<typeof done> {
  const dead = await heldDead(ctx, messageId);
  await endMessage(ctx, dead.id, {
    state: 'dismissed',
    ...(ctx.actor.accountId !== null && { settled_by: ctx.actor.accountId }),
    settled_why: reason,
  });
  await dropPending(ctx, dead.id);
  if (dead.direction === 'out') await sayGivenUp(ctx, dead);
  else await givenUp(ctx, dead, reason);
  announce(ctx, deskTopic);
  return done;
}

async function sayGivenUp(ctx: Context, dead: Pending): Promise<void> {
  const about = await lockCase(ctx, dead.line);
  const said = { kind: 'void', body: { replaces: dead.id } } as const;
  await writeMessage(ctx, about, { said, seq: dead.seq });
}

/** The sender hears why, under a number of ours, and what follows in its case goes on. */
async function givenUp(ctx: Context, dead: Pending, reason: string): Promise<void> {
  await tellSender(ctx, dead, { dismissed: reason });
  await goOn(ctx, dead);
}

async function goOn(ctx: Context, { peer, line, seq }: Pending): Promise<void> {
  const { applied_seq } = await lockIncoming(ctx, peer, line);
  if (applied_seq < seq) await changeIncoming(ctx, { peer, theirNo: line }, { applied_seq: seq });
  const next = await pendingAt(ctx, { peer, direction: 'in', line }, seq + 1);
  if (next) later(ctx, applyAgainAt.job, { id: next.id }, applyAgainAt.now(ctx, next.id));
}

/** Held, so that two people do not decide of it at once. */
export async function heldDead(ctx: Context, id: string): Promise<Pending> {
  const seen = await pendingOf(ctx, id);
  // The line before the message, as whoever applies it.
  if (seen?.direction === 'in') await lockIncoming(ctx, seen.peer, seen.line);
  const found = await lockPending(ctx, id);
  refuseUnless(found, 'exchange.no-such-message');
  refuseUnless(found.state === 'dead', 'exchange.not-dead');
  return found;
}
