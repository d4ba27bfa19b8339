import type { clueUnits as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { type Clue, clueSubject, type Sending } from './clue.ts';
import { changeClue } from './clues.repo.ts';
import { mayAnswer, mayReceipt } from './policy.ts';
import { lockReceived } from './received.repo.ts';
import { changeSending } from './sendings.repo.ts';
import { noMoreReceipt, noMoreResult, resultLater, workLater } from './waits.ts';

const done = { done: true } as const;
const leastReason = 4;

/** 签收回执, within one working day. */
export async function receiptClue(
  ctx: Context,
  { clueId }: InputOf<typeof contract.receiptClue>,
): Promise<typeof done> {
  const { clue, sending } = await lockReceived(ctx, clueId);
  demand(mayReceipt(ctx.actor, clue, sending));
  if (sending) await receipt(ctx, sending);
  announce(ctx, 'clues');
  return done;
}

/** From the receipt on the unit has its time to look into it. */
async function receipt(ctx: Context, sending: Sending): Promise<void> {
  const { clue_id: id, no } = sending;
  await changeSending(ctx, sending, {
    receipt_at: ctx.now,
    receipt_by: ctx.actor.accountId,
    result_due_at: await resultLater(ctx, { id, no }),
  });
  await noMoreReceipt(ctx, { id, no });
  tell(ctx, clueSubject(id), 'clues.receipted', {
    no,
    inTime: ctx.now <= sending.receipt_due_at,
  });
}

/** 受理或不受理: what is declined goes back to the centre with its reason. An answer is a receipt as well. */
export async function answerClue(
  ctx: Context,
  { clueId, accepted, words }: InputOf<typeof contract.answerClue>,
): Promise<typeof done> {
  const { clue, sending } = await lockReceived(ctx, clueId);
  demand(mayAnswer(ctx.actor, clue, sending));
  refuseUnless(accepted || words.length >= leastReason, 'clues.reason-needed');
  if (sending) await answered(ctx, { clue, sending, accepted, words });
  announce(ctx, 'clues');
  return done;
}

interface Answered {
  readonly clue: Clue;
  readonly sending: Sending;
  readonly accepted: boolean;
  readonly words: string;
}

async function answered(ctx: Context, { clue, sending, accepted, words }: Answered): Promise<void> {
  if (sending.receipt_at === null) await receipt(ctx, sending);
  await changeSending(ctx, sending, {
    accepted,
    answer_words: words,
    answered_by: ctx.actor.accountId,
    answered_at: ctx.now,
  });
  await changeClue(ctx, clue.id, { state: accepted ? 'accepted' : 'declined' });
  if (!accepted) {
    await noMoreResult(ctx, { id: clue.id, no: sending.no });
    await workLater(ctx, clue.id);
  }
  tell(ctx, clueSubject(clue.id), 'clues.answered', { no: sending.no, accepted });
}
