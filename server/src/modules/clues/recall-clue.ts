import type { clues as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { notify } from '../notices/index.ts';
import { standingChecks } from './checks.repo.ts';
import { clueNo, clueSubject } from './clue.ts';
import { changeClue, lockClue } from './clues.repo.ts';
import { mayRecall } from './policy.ts';
import { changeSending, latestSending } from './sendings.repo.ts';
import { noMoreReceipt, noMoreResult, workLater } from './waits.ts';

/** 撤回: from a unit that stays silent, as long as it planned no check. Its receipt is void, and the clue may go elsewhere. */
export async function recallClue(
  ctx: Context,
  { clueId, words }: InputOf<typeof contract.recallClue>,
): Promise<{ done: true }> {
  const clue = await lockClue(ctx, clueId);
  demand(mayRecall(ctx.actor, clue));
  const [sending, checks] = await Promise.all([
    latestSending(ctx, clueId),
    standingChecks(ctx, clueId),
  ]);
  refuseUnless(sending && checks.length === 0, 'clues.check-planned');

  await changeSending(ctx, sending, {
    recalled_at: ctx.now,
    recalled_by: ctx.actor.accountId,
    recall_words: words,
  });
  await changeClue(ctx, clueId, { state: 'signed' });
  const { no, unit_code: unitCode } = sending;
  await noMoreReceipt(ctx, { id: clueId, no });
  await noMoreResult(ctx, { id: clueId, no });
  await workLater(ctx, clueId);
  tell(ctx, clueSubject(clueId), 'clues.recalled', { no, unit: unitCode });
  await notify(ctx, {
    template: 'clue-recalled',
    channel: 'sms',
    to: { kind: 'duty', unitCode, position: 1 },
    facts: { clue_no: clueNo(clue) },
    urgent: false,
  });
  announce(ctx, 'clues');
  return { done: true };
}
