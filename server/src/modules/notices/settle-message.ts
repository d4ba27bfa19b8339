import type { notices as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { enqueue } from '../../platform/jobs.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { jobOf } from './notice-jobs.ts';
import { changeMessage, type HeldMessage, lockMessage } from './sending.repo.ts';

const done = { done: true } as const;

/** 重发: a person knows that it may arrive twice. */
export async function resend(
  ctx: Context,
  { messageId }: InputOf<typeof contract.resend>,
): Promise<ReplyOf<typeof contract.resend>> {
  const { id, channel } = await heldTroubled(ctx, messageId);
  const anew = { not_before: ctx.now, first_tried_at: null, ended_at: null, error: null };
  await changeMessage(ctx, id, { state: 'waiting', ...anew });
  enqueue(ctx, jobOf(channel), { messageId: id });
  return done;
}

/** 不再发送. */
export async function drop(
  ctx: Context,
  { messageId, reason }: InputOf<typeof contract.drop>,
): Promise<ReplyOf<typeof contract.drop>> {
  const { id } = await heldTroubled(ctx, messageId);
  const settled = { settled_by: ctx.actor.accountId, settled_why: reason, ended_at: ctx.now };
  await changeMessage(ctx, id, { state: 'dropped', ...settled });
  return done;
}

async function heldTroubled(ctx: Context, id: string): Promise<HeldMessage> {
  const message = await lockMessage(ctx, id);
  refuseUnless(message, 'notices.no-such-message');
  const isTroubled = message.state === 'failed' || message.state === 'uncertain';
  refuseUnless(isTroubled, 'notices.not-troubled');
  return message;
}
