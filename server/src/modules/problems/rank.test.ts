import { expect, test } from 'vitest';
import {
  barsOf,
  countMarks,
  growthFactor,
  harmFactor,
  markOf,
  type Ranked,
  weightOf,
} from './rank.ts';

const plain: Ranked = {
  people: 10,
  messages: 12,
  peopleBefore: 10,
  urgent: 0,
  again: 0,
  dissatisfied: 0,
  rated: 0,
  vulnerable: 0,
};

test('as many people as before and no harm: the weight is the people', () => {
  expect(weightOf(plain)).toBe(10);
});

test('growth doubles at most, halves at least, and is left out where nobody knows', () => {
  expect(growthFactor({ ...plain, peopleBefore: 0 })).toBe(2);
  expect(growthFactor({ ...plain, peopleBefore: 100 })).toBe(0.5);
  expect(growthFactor({ ...plain, peopleBefore: null })).toBe(1);
  expect(growthFactor({ ...plain, peopleBefore: 7 })).toBeCloseTo(11 / 8);
});

test('urgent appeals count whole, the others half; more of any of them never ranks lower', () => {
  expect(harmFactor({ ...plain, urgent: 12 })).toBe(2);
  expect(harmFactor({ ...plain, again: 12 })).toBe(1.5);
  for (const mark of ['urgent', 'again', 'dissatisfied', 'vulnerable'] as const)
    expect(weightOf({ ...plain, [mark]: 1 })).toBeGreaterThan(weightOf(plain));
  expect(weightOf({ ...plain, people: 11 })).toBeGreaterThan(weightOf(plain));
});

test('marks are counted apart, and what came on the last instant is in the last part', () => {
  const all = [markOf.urgent, markOf.urgent + markOf.rated, 0, markOf.dissatisfied + markOf.rated];
  expect(countMarks(all)).toEqual({
    urgent: 2,
    again: 0,
    dissatisfied: 1,
    rated: 2,
    vulnerable: 0,
  });
  const [from, to] = [new Date(Date.UTC(2026, 0, 1)), new Date(Date.UTC(2026, 0, 13))];
  const bars = barsOf([from, to, new Date(Date.UTC(2026, 0, 2, 1))], { from, to });
  expect(bars).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
});
