import type { clueRecords as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import { accountNames } from '../identity/index.ts';
import * as organisation from '../organisation/index.ts';
import { clueNo } from './clue.ts';
import { numbersOf } from './clues.repo.ts';
import { type Contest, contestsOf } from './contests.repo.ts';
import { kindNames } from './kinds.ts';
import { mayDecideContest } from './policy.ts';
import { cluesAbout, clueView } from './subject-clues.ts';
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

/** 对象档案: its figures and what it contested; its clues are a list of their own. */
export async function readSubject(
  ctx: Context,
  { subjectId }: InputOf<typeof contract.readSubject>,
): Promise<Whole> {
  const subject = await findSubject(ctx, subjectId);
  const [[row], contests] = await Promise.all([rowsOf(ctx, [subject]), contestsOf(ctx, subjectId)]);
  if (!row) throw new Error('A subject that was found has a row.');
  return { ...row, contestRows: await contestViews(ctx, contests) };
}

/** Of several, each with its latest clues, for whom clues are only a part. */
export async function subjectPages(
  ctx: Context,
  subjects: readonly SubjectSums[],
): Promise<NonNullable<ReplyOf<typeof contract.wholeSubject>['clues']>> {
  const [rows, kinds] = await Promise.all([rowsOf(ctx, subjects), kindNames(ctx)]);
  return Promise.all(
    rows.map(async (row) => {
      const latest = await cluesAbout(ctx, row.id, { before: null, most: mostOfEach });
      return { ...row, clues: latest.map((clue) => clueView(ctx, clue, kinds)) };
    }),
  );
}
export const mostOfEach = 100;

async function contestViews(
  ctx: Context,
  contests: readonly Contest[],
): Promise<Whole['contestRows']> {
  const [names, numbers] = await Promise.all([
    accountNames(
      ctx,
      contests.flatMap(({ asked_by, decided_by }) => [asked_by, decided_by]),
    ),
    numbersOf(
      ctx,
      contests.map(({ clue_id }) => clue_id),
    ),
  ]);
  return contests.map((contest) => {
    const number = numbers.get(contest.clue_id);
    return {
      id: contest.id,
      clueNo: number ? clueNo(number) : '',
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
