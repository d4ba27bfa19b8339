import type { clues as contract, clueUnits as unitContract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { CheckOutcome, ClueResult } from '@minsheng/contract/words/clues.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { standingChecks } from './checks.repo.ts';
import { type Check, clueSubject } from './clue.ts';
import { changeClue, lockClue } from './clues.repo.ts';
import { mayClose, mayWork } from './policy.ts';
import { lockReceived } from './received.repo.ts';
import { feedbackLater, noMoreResult, noMoreWork } from './waits.ts';
import { toTell } from './who-to-tell.ts';

const done = { done: true } as const;

/** 不再抄报: nobody takes it, or it is no violation. With a reason. */
export async function closeClue(
  ctx: Context,
  { clueId, result, words }: InputOf<typeof contract.closeClue>,
): Promise<typeof done> {
  const clue = await lockClue(ctx, clueId);
  demand(mayClose(ctx.actor, clue));
  await noMoreWork(ctx, clueId);
  return over(ctx, clueId, { result, words });
}

/** 报结 by the unit, once every planned check is reported; what was worst at any place is the result. */
export async function settleClue(
  ctx: Context,
  { clueId, words }: InputOf<typeof unitContract.settleClue>,
): Promise<typeof done> {
  const { clue, sending } = await lockReceived(ctx, clueId);
  demand(mayWork(ctx.actor, clue, sending));
  const result = worstOf(await standingChecks(ctx, clueId));
  refuseUnless(result, 'clues.checks-open');
  if (sending) await noMoreResult(ctx, { id: clueId, no: sending.no });
  return over(ctx, clueId, { result, words });
}

/** Null: nothing was looked at, or something is not reported yet. */
function worstOf(checks: readonly Check[]): CheckOutcome | null {
  const outcomes = checks.map(({ outcome }) => outcome);
  if (outcomes.includes(null)) return null;
  if (outcomes.includes('filed')) return 'filed';
  return outcomes.includes('corrected') ? 'corrected' : (outcomes[0] ?? null);
}

/** 办结; whoever gave a name is to hear of it. */
async function over(
  ctx: Context,
  clueId: string,
  { result, words }: { result: ClueResult; words: string },
): Promise<typeof done> {
  await changeClue(ctx, clueId, {
    state: 'closed',
    result,
    closed_words: words,
    closed_by: ctx.actor.accountId,
    closed_at: ctx.now,
  });
  if ((await toTell(ctx, clueId)).length > 0) await feedbackLater(ctx, clueId);
  tell(ctx, clueSubject(clueId), 'clues.closed', { result });
  announce(ctx, 'clues');
  return done;
}
