import type { letters as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import { notify } from '../notices/index.ts';
import { answerLater } from './answer-wait.ts';
import { letterSubject } from './draft-letter.ts';
import { change, type Letter, lockVisible } from './letters.repo.ts';
import { maySend, mayWithdraw } from './policy.ts';
import { markSent, type Receipt, receiptsOf } from './receipts.repo.ts';
import { signingLater } from './signing-wait.ts';

/** 发函: every unit is told, and its time begins, in working time. */
export async function sendLetter(
  ctx: Context,
  { letterId }: InputOf<typeof contract.sendLetter>,
): Promise<{ dueAt: string | null }> {
  const letter = await lockVisible(ctx, letterId);
  demand(maySend(ctx.actor, letter));
  const receipts = await receiptsOf(ctx, [letterId]);
  let dueAt: Date | null = null;
  for (const receipt of receipts) {
    dueAt = await answerLater(ctx, letter, receipt);
    await signingLater(ctx, receipt);
    await tellUnit(ctx, letter, receipt);
  }
  await change(ctx, letterId, { state: 'sent', sent_at: ctx.now, due_at: dueAt });
  await markSent(ctx, letterId, dueAt);
  tell(ctx, letterSubject(letterId), 'letters.sent', { due: dueAt?.toISOString() ?? null });
  if (letter.concern_kind === 'order' && letter.concern_id)
    tell(ctx, { kind: 'order', id: letter.concern_id }, 'letters.sent-about', { letter: letterId });
  announce(ctx, 'letters');
  return { dueAt: dueAt?.toISOString() ?? null };
}

async function tellUnit(
  ctx: Context,
  { letter_no }: Pick<Letter, 'letter_no'>,
  { unit_code }: Receipt,
): Promise<void> {
  await notify(ctx, {
    template: 'letter-sent',
    channel: 'sms',
    to: { kind: 'duty', unitCode: unit_code, position: 1 },
    facts: { letter_no: letter_no ?? '' },
    urgent: false,
  });
}

/** 撤回 before it is sent. Its number, if it has one, is given to no other: the reason explains the gap. */
export async function withdrawLetter(
  ctx: Context,
  { letterId, reason }: InputOf<typeof contract.withdrawLetter>,
): Promise<{ done: true }> {
  const letter = await lockVisible(ctx, letterId);
  demand(mayWithdraw(ctx.actor, letter));
  await change(ctx, letterId, {
    state: 'withdrawn',
    withdrawn_by: ctx.actor.accountId,
    withdrawn_at: ctx.now,
    withdrawn_reason: reason,
  });
  tell(ctx, letterSubject(letterId), 'letters.withdrawn', { number: letter.number });
  announce(ctx, 'letters');
  return { done: true };
}
