import { ratings, reasonClasses, solvedAnswers } from '@minsheng/contract/words/call-back.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  counting,
  type RatingRow,
  type SatisfactionFormula,
  satisfaction,
} from './satisfaction.ts';

const formula: SatisfactionFormula = {
  counts: 'wide',
  of: 'valid',
  withExcluded: false,
  partlyIsHalf: false,
};

const silent: RatingRow = {
  times: 1,
  result: null,
  process: null,
  solved: null,
  reasonClass: null,
  claim: 'solved',
  excluded: null,
};

/** Twelve orders due for rating, small enough to count on paper. */
const twelve: readonly RatingRow[] = [
  { ...silent, times: 3, result: 'very-satisfied', process: 'very-satisfied', solved: 'solved' },
  { ...silent, times: 2, result: 'satisfied', process: 'very-satisfied', solved: 'solved' },
  { ...silent, result: 'basically', process: 'satisfied', solved: 'partly' },
  // Kindly explained, and not to be solved now.
  {
    ...silent,
    result: 'dissatisfied',
    process: 'satisfied',
    solved: 'not-solved',
    reasonClass: 'objective',
    claim: 'not-solved',
  },
  {
    ...silent,
    result: 'very-dissatisfied',
    process: 'dissatisfied',
    solved: 'not-solved',
    reasonClass: 'subjective',
    excluded: 'X2',
  },
  // Nobody reached, three times.
  { ...silent, times: 3 },
  // Said that it is solved, and nothing about satisfaction.
  { ...silent, solved: 'solved', claim: null },
];

const shares = (given: readonly RatingRow[], by: SatisfactionFormula) => {
  const { result, process, ...rest } = satisfaction(given, by);
  const told = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
    `${numerator}/${denominator}`;
  const all = (prefix: string, group: typeof result) =>
    Object.entries(group).map(([name, ratio]) => [`${prefix}.${name}`, told(ratio)] as const);
  return Object.fromEntries([
    ...all('result', result),
    ...all('process', process),
    ...Object.entries(rest).map(([name, ratio]) => [name, told(ratio)] as const),
  ]);
};

test('twelve orders counted on paper', () => {
  expect(shares(twelve, formula)).toEqual({
    'result.wide': '6/8',
    'result.strict': '5/8',
    'result.full': '5/12',
    'result.participation': '8/12',
    'process.wide': '7/8',
    'process.strict': '7/8',
    'process.full': '7/12',
    'process.participation': '8/12',
    // Without the excluded one: 6 of 7.
    city: '6/7',
    solvedValid: '6/9',
    solvedFull: '6/12',
    objective: '1/9',
    claimed: '10/11',
  });
});

test('what does not count for the unit is left out of both sides', () => {
  const found = shares(counting(twelve), formula);
  expect(found).toMatchObject({
    'result.wide': '6/7',
    'result.full': '5/11',
    'result.participation': '7/11',
    solvedValid: '6/8',
    claimed: '9/10',
  });
});

test('the city’s formula is data: half for 部分解决, of all due, with the excluded', () => {
  expect(shares(twelve, { ...formula, partlyIsHalf: true })).toMatchObject({
    solvedValid: '6.5/9',
  });
  expect(shares(twelve, { ...formula, of: 'due' })).toMatchObject({ city: '6/11' });
  expect(shares(twelve, { ...formula, withExcluded: true })).toMatchObject({ city: '6/8' });
  expect(shares(twelve, { ...formula, counts: 'strict' })).toMatchObject({ city: '5/7' });
});

const row: fc.Arbitrary<RatingRow> = fc.record({
  times: fc.integer({ min: 1, max: 20 }),
  result: fc.constantFrom(null, ...ratings),
  process: fc.constantFrom(null, ...ratings),
  solved: fc.constantFrom(null, ...solvedAnswers),
  reasonClass: fc.constantFrom(null, ...reasonClasses),
  claim: fc.constantFrom(null, ...solvedAnswers),
  excluded: fc.constantFrom(null, 'X1', 'X7'),
});
const formulas: fc.Arbitrary<SatisfactionFormula> = fc.record({
  counts: fc.constantFrom('wide', 'strict'),
  of: fc.constantFrom('valid', 'due'),
  withExcluded: fc.boolean(),
  partlyIsHalf: fc.boolean(),
});

const rateOf = (told: string | undefined): number => {
  const [numerator = 0, denominator = 0] = (told ?? '').split('/').map(Number);
  return denominator === 0 ? 0 : numerator / denominator;
};

test('people nobody reached raise no figure, whatever the formula', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), formulas, (given, by) => {
      const before = shares(given, by);
      const due = given.reduce((sum, { times }) => sum + times, 0);
      const after = shares([...given, { ...silent, times: due, claim: null }], by);
      for (const name of Object.keys(before))
        expect(rateOf(after[name])).toBeLessThanOrEqual(rateOf(before[name]));
    }),
  );
});

test('a row of many is the same as many rows', () => {
  fc.assert(
    fc.property(fc.array(row), formulas, (given, by) => {
      const single = given.flatMap((one) =>
        Array.from({ length: one.times }, () => ({ ...one, times: 1 })),
      );
      expect(shares(single, by)).toEqual(shares(given, by));
    }),
  );
});
