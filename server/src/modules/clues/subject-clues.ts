import type { clueRecords as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import { dayOf } from '../../platform/zone.ts';
import { type Clue, clueNo } from './clue.ts';
import { countsInRecord } from './contest-record.ts';
import { contestedAmong } from './contests.repo.ts';
import { kindNames } from './kinds.ts';
import { mayContest } from './policy.ts';
import { findSubject } from './subjects.repo.ts';

/** 对象的线索: what was verified counts, what was only said does not; each that counts may be contested. */
export async function listSubjectClues(
  ctx: Context,
  { subjectId, cursor }: InputOf<typeof contract.listSubjectClues>,
): Promise<ReplyOf<typeof contract.listSubjectClues>> {
  await findSubject(ctx, subjectId);
  const before = placeOf(cursor)?.id ?? null;
  const read = await cluesAbout(ctx, subjectId, { before, most: pageRows + 1 });
  const { shown, next } = cutPage(read.map((clue) => ({ ...clue, by: 'id' })));
  const [kinds, open] = await Promise.all([
    kindNames(ctx),
    contestedAmong(
      ctx,
      shown.map(({ id }) => id),
    ),
  ]);
  const rows = shown.map((clue) => ({
    ...clueView(ctx, clue, kinds),
    canContest: countsInRecord(clue) && !open.has(clue.id) && mayContest(ctx.actor).allowed,
  }));
  return { rows, next, shownCap: pageRows };
}

export const clueView = (ctx: Context, clue: Clue, kinds: ReadonlyMap<string, string>) => ({
  id: clue.id,
  no: clueNo(clue),
  kindName: kinds.get(clue.kind) ?? clue.kind,
  state: clue.state,
  result: clue.result,
  markedOn: dayOf(clue.marked_at.getTime(), ctx.city.zone),
  counts: countsInRecord(clue),
});

/** The latest first; before one of them, or from the start. */
export async function cluesAbout(
  ctx: Context,
  subjectId: string,
  { before, most }: { before: string | null; most: number },
): Promise<Clue[]> {
  let query = readerOf(ctx.tx)
    .selectFrom('clues.clue')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('subject_id', '=', subjectId)
    .where('state', '<>', 'joined');
  if (before !== null) query = query.where('id', '<', before);
  return query.orderBy('id', 'desc').limit(most).$castTo<Clue>().execute();
}
