import type { clues as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { type Clue, clueNo } from './clue.ts';
import { neighboursOf } from './clues.repo.ts';
import { likenessOf } from './likeness.ts';
import { subjectNames } from './subjects.repo.ts';

type Like = ReplyOf<typeof contract.readClue>['like'];

/** So many other clues of the county are compared, and so many are shown. */
const mostCompared = 500;
const mostShown = 10;

/** 可能是同一条: other clues of the same subject or place, with reasons; a person joins them. */
export async function likesOf(ctx: Context, clue: Clue): Promise<Like> {
  const near = await neighboursOf(ctx, clue, mostCompared);
  const like = near
    .map((other) => ({ other, reasons: likenessOf(clue, other) }))
    .filter(({ reasons }) => reasons.length > 0)
    .slice(0, mostShown);
  const names = await subjectNames(
    ctx,
    like.map(({ other }) => other.subject_id),
  );
  return like.map(({ other, reasons }) => ({
    id: other.id,
    no: clueNo(other),
    subject: names.get(other.subject_id) ?? '',
    place: other.place,
    state: other.state,
    markedAt: other.marked_at.toISOString(),
    reasons,
  }));
}
