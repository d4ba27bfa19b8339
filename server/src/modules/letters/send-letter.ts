import type { letters as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import * as calendar from '../calendar/index.ts';
import { notify } from '../notices/index.ts';
import { letterSubject } from './draft-letter.ts';
import { change, type Letter, lockVisible } from './letters.repo.ts';
import { maySend, mayWithdraw } from './policy.ts';
import { markSent, receiptsOf } from './receipts.repo.ts';
import { remindLater } from './remind.ts';
import { replyLimit } from './templates.ts';

/** 发函: every unit is told, and its time begins, in working time. */
export async function sendLetter(
  ctx: Context,
  { letterId }: InputOf<typeof contract.sendLetter>,
): Promise<{ dueAt: string | null }> {
  const letter = await lockVisible(ctx, letterId);
  demand(maySend(ctx.actor, letter));
  const [dueAt, receipts] = await Promise.all([dueOf(ctx, letter), receiptsOf(ctx, [letterId])]);
  await change(ctx, letterId, { state: 'sent', sent_at: ctx.now, due_at: dueAt });
  await markSent(ctx, letterId, dueAt);
  for (const { unit_code } of receipts) {
    await notify(ctx, {
      template: 'letter-sent',
      channel: 'sms',
      to: { kind: 'duty', unitCode: unit_code, position: 1 },
      facts: { letter_no: letter.letter_no ?? '' },
      urgent: false,
    });
    if (dueAt) remindLater(ctx, { letterId, unitCode: unit_code, dueAt });
  }
  tell(ctx, letterSubject(letterId), 'letters.sent', { due: dueAt?.toISOString() ?? null });
  if (letter.concern_kind === 'order' && letter.concern_id)
    tell(ctx, { kind: 'order', id: letter.concern_id }, 'letters.sent-about', { letter: letterId });
  announce(ctx, 'letters');
  return { dueAt: dueAt?.toISOString() ?? null };
}

/** 反馈期限, counted from now; null where no answer is wanted. */
export async function dueOf(
  ctx: Context,
  letter: Pick<Letter, 'reply_limit'>,
): Promise<Date | null> {
  if (letter.reply_limit === null) return null;
  const limit = replyLimit.parse(letter.reply_limit);
  const working = await calendar.workingCalendar(ctx);
  return calendar.deadline({ from: ctx.now, limit, calendar: working }).dueAt;
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
