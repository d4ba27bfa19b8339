import type { clues as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import { clueStateLabel } from '@minsheng/contract/words/clues.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { clueSubject } from './clue.ts';
import { changeClue, lockClue } from './clues.repo.ts';
import { mayJoin } from './policy.ts';
import { moveSources } from './sources.repo.ts';
import { noMoreWork } from './waits.ts';

/** 并入: proposed by the machine, joined by a person. Its orders go along, so that each requester hears of the one. */
export async function joinClue(
  ctx: Context,
  { clueId, into, words }: InputOf<typeof contract.joinClue>,
): Promise<{ done: true }> {
  refuseUnless(clueId !== into, 'clues.into-itself');
  // Always in one order, or two people joining both ways would wait for each other.
  const [first, second] = [clueId, into].toSorted();
  const held = [await lockClue(ctx, first ?? clueId), await lockClue(ctx, second ?? into)];
  const clue = held.find(({ id }) => id === clueId);
  const target = held.find(({ id }) => id === into);
  if (!clue || !target) throw new Error('Two clues were held.');
  demand(mayJoin(ctx.actor, clue));
  const isOver = target.state === 'closed' || target.state === 'joined';
  refuseUnless(!isOver, 'clues.stale', { state: clueStateLabel[target.state] });
  await moveSources(ctx, clueId, into);
  await changeClue(ctx, clueId, { state: 'joined', joined_to: into, closed_words: words });
  await noMoreWork(ctx, clueId);
  tell(ctx, clueSubject(clueId), 'clues.joined', { into });
  announce(ctx, 'clues');
  return { done: true };
}
