import type { clueRecords as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { verifiedResults } from '@minsheng/contract/words/clues.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { type Clue, clueSubject } from './clue.ts';
import { changeClue, lockClue } from './clues.repo.ts';
import { findContest, insertContest, markDecided, openContestOf } from './contests.repo.ts';
import { mayContest, mayDecideContest } from './policy.ts';
import { findSubject } from './subjects.repo.ts';
import { contestLater, noMoreContest } from './waits.ts';

/** 计入档案: verified, and no contest of it was upheld. */
export const countsInRecord = ({ state, result, uncounted_at }: Clue): boolean =>
  state === 'closed' &&
  result !== null &&
  verifiedResults.includes(result) &&
  uncounted_at === null;

/** 档案异议: what stands in its record, a subject may contest (domain M4-5). */
export async function contestRecord(
  ctx: Context,
  { subjectId, clueId, how, words }: InputOf<typeof contract.contestRecord>,
): Promise<ReplyOf<typeof contract.contestRecord>> {
  demand(mayContest(ctx.actor));
  await findSubject(ctx, subjectId);
  const clue = await lockClue(ctx, clueId);
  const isFree = clue.subject_id === subjectId && countsInRecord(clue);
  const open = await openContestOf(ctx, clueId);
  refuseUnless(isFree && open === null, 'clues.nothing-to-contest');
  const id = ctx.newId();
  await insertContest(ctx, { id, subject_id: subjectId, clue_id: clueId, how, words });
  await contestLater(ctx, clueId);
  tell(ctx, clueSubject(clueId), 'clues.contested', { contest: id, how });
  announce(ctx, 'clues');
  return { contestId: id };
}

/** 异议决定 by another person; upheld, the clue stays and no longer counts. */
export async function decideContest(
  ctx: Context,
  { contestId, upheld, words }: InputOf<typeof contract.decideContest>,
): Promise<{ done: true }> {
  const asked = await findContest(ctx, contestId);
  refuseUnless(asked, 'clues.no-such-contest');
  await lockClue(ctx, asked.clue_id);
  const contest = (await findContest(ctx, contestId)) ?? asked;
  demand(mayDecideContest(ctx.actor, contest));
  await markDecided(ctx, contestId, { upheld, words });
  if (upheld) await changeClue(ctx, contest.clue_id, { uncounted_at: ctx.now });
  await noMoreContest(ctx, contest.clue_id);
  tell(ctx, clueSubject(contest.clue_id), 'clues.contest-decided', { contest: contestId, upheld });
  announce(ctx, 'clues');
  return { done: true };
}
