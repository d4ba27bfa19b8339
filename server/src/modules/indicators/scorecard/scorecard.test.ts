import { figureWords, indicatorTable, rankedFigures } from '@minsheng/contract';
import type { Rating, SolvedAnswer } from '@minsheng/contract/words/call-back.ts';
import { expect, test } from 'vitest';
import { inCity } from '../../../../test/kit.ts';
import { attempt } from '../../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../../demo/invented.ts';
import { cityRules } from '../city-rules.ts';
import '../index.ts';
import { type RatingRow, satisfaction } from '../satisfaction.ts';
import { readCalls } from './read-calls.ts';
import { readRanking } from './read-ranking.ts';
import { readSatisfaction } from './read-satisfaction.ts';
import { readTrend } from './read-trend.ts';
import { listTargets, setTarget } from './targets.ts';

const month = '2026-03';
const from = (seed: string) => ({
  requester: { kind: 'person' as const, isSelf: true, tags: [], phone: inventedPhoneOf(seed) },
});

interface Said {
  result: Rating;
  process: Rating;
  solved: SolvedAnswer;
}

const said: readonly (Said | null)[] = [
  { result: 'very-satisfied', process: 'very-satisfied', solved: 'solved' },
  { result: 'basically', process: 'satisfied', solved: 'partly' },
  { result: 'dissatisfied', process: 'satisfied', solved: 'not-solved' },
  // Nobody picked up.
  null,
];

test(
  'what came through the real system reads the same as the same ratings by the pure formula',
  inCity(async ({ as, ctx, anOrder, drain }) => {
    const caller = as('call-back-agent');
    for (const [no, answers] of said.entries()) {
      const orderId = await anOrder.forCallBack(from(`said-${no}`));
      await caller.do(attempt, {
        orderId,
        reached: answers !== null,
        ...(answers === null
          ? { how: 'no-answer' as const }
          : {
              answers: {
                contacted: true,
                solved: answers.solved,
                processRating: answers.process,
                resultRating: answers.result,
                reason: '灯还是不亮',
                reasonClass: answers.solved === 'solved' ? null : ('subjective' as const),
              },
            }),
      });
    }
    await drain();
    const read = await as('director').do(readSatisfaction, { month });
    const { satisfaction: formula } = await cityRules(ctx);
    const rows = said.map(
      (answers): RatingRow => ({
        times: 1,
        result: answers?.result ?? null,
        process: answers?.process ?? null,
        solved: answers?.solved ?? null,
        reasonClass: null,
        claim: null,
        excluded: null,
      }),
    );
    const { claimed: _, process, ...whole } = satisfaction(rows, formula);
    const { participation: __, ...readings } = process;
    expect(read.raw).toMatchObject({ ...whole, process: readings });
    expect(read.adjusted).toMatchObject({ ...whole, process: readings });
    expect(read.raw.result).toEqual({
      wide: { numerator: 2, denominator: 3 },
      strict: { numerator: 1, denominator: 3 },
      full: { numerator: 1, denominator: 4 },
      participation: { numerator: 3, denominator: 4 },
    });
    const { months } = await as('director').do(readTrend, { month });
    expect(months).toHaveLength(12);
    expect(months.at(-1)?.figures).toContainEqual({
      key: 'K42-strict',
      numerator: 1,
      denominator: 3,
    });
  }),
);

test(
  'units stand among their like; too few have no place; a county reads its own by name',
  inCity(async ({ as, anOrder, drain }) => {
    await anOrder.closed(from('one'));
    await anOrder.closed(from('two'));
    await drain();
    const asked = { month, figure: 'K42-strict' } as const;
    const { groups, minimumSample } = await as('director').do(readRanking, asked);
    expect(minimumSample).toBe(30);
    const bureau = groups.flatMap(({ rows }) => rows).find(({ code }) => code === '350600.zjj');
    expect(bureau).toMatchObject({
      place: null,
      adjusted: { numerator: 2, denominator: 2 },
      difficulty: null,
    });
    // 2 / (2 + 1.96²): two of two may still be a third.
    expect(bureau?.interval?.low).toBeCloseTo(0.3424, 4);
    expect((await as('county-dispatcher').do(readRanking, asked)).groups).toEqual([]);
  }),
);

test(
  'while no telephone counts there is no figure of calls',
  inCity(async ({ as }) => {
    const read = await as('director').do(readCalls, { on: `${month}-02` });
    expect(read).toEqual({ isFed: false, figures: null });
  }),
);

test(
  'a target of 100 % is refused with the clause until a reason stands beside it',
  inCity(async ({ as }) => {
    const director = as('director');
    const all = { indicator: 'K32', percent: 100 } as const;
    await expect(director.do(setTarget, { ...all, despite: null })).rejects.toMatchObject({
      code: 'scorecard.target-of-all',
    });
    await director.do(setTarget, { ...all, despite: '市政府专项通知要求' });
    const { rows } = await director.do(listTargets, undefined);
    expect(rows.find(({ indicator }) => indicator === 'K32')).toMatchObject({
      percent: 100,
      despite: '市政府专项通知要求',
    });
    expect(rows.filter(({ indicator }) => indicator === 'K32')).toHaveLength(1);
  }),
);

test('units are ranked by what units answer for, and a share is read as one', () => {
  const owners = rankedFigures.map((figure) => indicatorTable[figureWords(figure).indicator].owner);
  expect(new Set(owners)).toEqual(new Set(['unit']));
  expect(figureWords('K38-cleared').measuredIn).toBe('share');
  expect(figureWords('K38-parked').measuredIn).toBe('count');
});
