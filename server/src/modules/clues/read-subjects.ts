import type { clueRecords as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import { dayOf } from '../../platform/zone.ts';
import { accountNames } from '../identity/index.ts';
import * as organisation from '../organisation/index.ts';
import { type Clue, clueNo } from './clue.ts';
import { countsInRecord } from './contest-record.ts';
import { type Contest, contestsOf } from './contests.repo.ts';
import { kindNames } from './kinds.ts';
import { mayContest, mayDecideContest } from './policy.ts';
import { findSubject, latestSubjects, type SubjectSums } from './subjects.repo.ts';

type Row = ReplyOf<typeof contract.listSubjects>['rows'][number];
type Whole = ReplyOf<typeof contract.readSubject>;

/** 线索对象, those with the latest clue first. */
export async function listSubjects(
  ctx: Context,
  { words = '', contested, cursor }: InputOf<typeof contract.listSubjects>,
): Promise<ReplyOf<typeof contract.listSubjects>> {
  const read = await latestSubjects(ctx, {
    words,
    contestedOnly: contested === 'open',
    before: placeOf(cursor),
    most: pageRows + 1,
  });
  const { shown, next } = cutPage(read.map((row) => ({ ...row, by: row.latest_clue_id })));
  return { rows: await rowsOf(ctx, shown), next, shownCap: pageRows };
}

async function rowsOf(ctx: Context, subjects: readonly SubjectSums[]): Promise<Row[]> {
  const areas = await organisation.areaNames(ctx, [
    ...new Set(subjects.map(({ county_code }) => county_code)),
  ]);
  return subjects.map(({ id, name, county_code, verified, open, not_true, contests }) => ({
    id,
    name,
    areaName: areas.get(county_code) ?? ctx.city.name,
    verified,
    open,
    notTrue: not_true,
    contests,
  }));
}

const mostClues = 100;

/** 对象档案: what was verified counts, what was only said does not; each may be contested. */
export async function readSubject(
  ctx: Context,
  { subjectId }: InputOf<typeof contract.readSubject>,
): Promise<Whole> {
  const subject = await findSubject(ctx, subjectId);
  const [[row], clues, contests, kinds] = await Promise.all([
    rowsOf(ctx, [subject]),
    cluesAbout(ctx, subjectId),
    contestsOf(ctx, subjectId),
    kindNames(ctx),
  ]);
  if (!row) throw new Error('A subject that was found has a row.');
  const open = new Set(
    contests.filter(({ decided_at }) => decided_at === null).map(({ clue_id }) => clue_id),
  );
  return {
    ...row,
    clues: clues.map((clue) => ({
      ...clueView(ctx, clue, kinds),
      canContest: countsInRecord(clue) && !open.has(clue.id) && mayContest(ctx.actor).allowed,
    })),
    contestRows: await contestViews(ctx, contests, clues),
  };
}

const clueView = (ctx: Context, clue: Clue, kinds: ReadonlyMap<string, string>) => ({
  id: clue.id,
  no: clueNo(clue),
  kindName: kinds.get(clue.kind) ?? clue.kind,
  state: clue.state,
  result: clue.result,
  markedOn: dayOf(clue.marked_at.getTime(), ctx.city.zone),
  counts: countsInRecord(clue),
});

/** The same of several, for whom clues are only a part. */
export async function subjectPages(
  ctx: Context,
  subjects: readonly SubjectSums[],
): Promise<NonNullable<ReplyOf<typeof contract.wholeSubject>['clues']>> {
  const [rows, kinds] = await Promise.all([rowsOf(ctx, subjects), kindNames(ctx)]);
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      clues: (await cluesAbout(ctx, row.id)).map((clue) => clueView(ctx, clue, kinds)),
    })),
  );
}

const cluesAbout = (ctx: Context, subjectId: string): Promise<Clue[]> =>
  readerOf(ctx.tx)
    .selectFrom('clues.clue')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('subject_id', '=', subjectId)
    .where('state', '<>', 'joined')
    .orderBy('id', 'desc')
    .limit(mostClues)
    .$castTo<Clue>()
    .execute();

async function contestViews(
  ctx: Context,
  contests: readonly Contest[],
  clues: readonly Clue[],
): Promise<Whole['contestRows']> {
  const names = await accountNames(
    ctx,
    contests.flatMap(({ asked_by, decided_by }) => [asked_by, decided_by]),
  );
  return contests.map((contest) => {
    const clue = clues.find(({ id }) => id === contest.clue_id);
    return {
      id: contest.id,
      clueNo: clue ? clueNo(clue) : '',
      how: contest.how,
      words: contest.words,
      askedBy: names.get(contest.asked_by ?? '') ?? '',
      askedAt: contest.asked_at.toISOString(),
      upheld: contest.upheld,
      decision: contest.decision,
      decidedBy: contest.decided_at && (names.get(contest.decided_by ?? '') ?? ''),
      canDecide: mayDecideContest(ctx.actor, contest).allowed,
    };
  });
}
