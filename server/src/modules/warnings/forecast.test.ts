import { describe, expect, test, vi } from 'vitest';
import { readCity } from '../../city/index.ts';
import { dayAfter } from '../../platform/zone.ts';
import { daysFrom, lunarOf, springOffset, traitReader } from './day-traits.ts';
import { exampleSeries, shapes } from './example-series.ts';
import { measureForecasts } from './measure-forecast.ts';
import { seriesOf } from './series.ts';
import { walkWeeksAndDays } from './walk-weeks-and-days.ts';

// Years are walked.
vi.setConfig({ testTimeout: 60_000 });

const rows = readCity(`${import.meta.dirname}/../../../../cities/hami`).calendar;
const days = daysFrom(rows.map(({ date, kind, name }) => ({ on: date, kind, name })));
const traits = traitReader(days);

describe('a day', () => {
  test('is what the notices say, and without one what moon and law say', () => {
    expect(traits('2023-01-21')).toMatchObject({ kind: 'holiday', feast: '春节', spring: -1 });
    expect(traits('2023-01-28')).toMatchObject({ kind: 'make-up', feast: null, isAfter: true });
    expect(traits('2025-06-06')).toMatchObject({ kind: 'holiday', feast: '古尔邦节' });
    expect(traits('2012-06-23')).toMatchObject({ kind: 'holiday', feast: '端午' });
    expect(traits('2012-01-23')).toMatchObject({ kind: 'holiday', feast: '春节', spring: 0 });
    expect(springOffset('2024-02-09')).toBe(-1);
    expect(springOffset('2024-12-31')).toBe(-29);
    expect(lunarOf('2024-09-17')).toEqual({ month: 8, day: 15 });
  });
});

// Two years to learn from and half a year to tell: short, so that the test is.
const from = '2022-10-01';
function told(no: number, seed: number) {
  const shape = shapes[no];
  if (!shape) throw new Error(`There is no shape ${no}.`);
  const example = exampleSeries({ shape, seed, from: '2020-10-01', days: 912, traits });
  const walked = walkWeeksAndDays({ series: seriesOf(example.rows), traits, from });
  return { weekly: measureForecasts(walked.weeks), daily: measureForecasts(walked.days ?? []) };
}

describe('a forecast one step ahead', () => {
  test.each([
    ['a prefecture', 0],
    ['a small county', 1],
    ['a village with a call or two a day', 2],
    ['a city that heats', 4],
    ['a line that grows fast', 5],
  ])(
    'of %s is better than the ratio rule, and its band holds about as often as it says',
    (_, no) => {
      const { weekly, daily } = told(no, 11);
      // Twenty-six weeks are few: over a year the weekly error is about seven tenths of the rule's.
      expect(weekly.mae ?? Number.NaN).toBeLessThan(0.95 * (weekly.baselines.ratio ?? 0));
      expect(daily.mae ?? Number.NaN).toBeLessThan(0.8 * (daily.baselines.ratio ?? 0));
      expect(daily.mae ?? Number.NaN).toBeLessThan(daily.baselines.naive ?? 0);
      expect(daily.coverage80).toBeGreaterThan(0.7);
      expect(daily.coverage80).toBeLessThan(0.93);
    },
  );

  test('of a series of weeks knows no days', () => {
    const weeks = Array.from({ length: 120 }, (_, no) => ({
      on: dayAfter('2020-01-06', 7 * no),
      count: 200 + (no % 4),
    }));
    const { weeks: walked, days: none } = walkWeeksAndDays({
      series: seriesOf(weeks),
      traits,
      from: '2022-01-03',
    });
    expect(none).toBeNull();
    expect(measureForecasts(walked).mae).toBeLessThan(6);
  });

  test('of nothing, of one day, of a flat line and of a hole is calm', () => {
    for (const counts of [[], [3], Array.from({ length: 90 }, () => 0), holed]) {
      const series = seriesOf(
        counts.map((count, no) => ({ on: dayAfter('2021-03-01', no), count })),
      );
      const walked = walkWeeksAndDays({ series, traits, from: '2021-05-01' });
      for (const { expected, low, high } of [...walked.weeks, ...(walked.days ?? [])]) {
        expect(Number.isFinite(expected) && low <= high).toBe(true);
      }
    }
  });
});

const holed = Array.from({ length: 100 }, (_, no) => (no > 50 && no < 60 ? Number.NaN : 100));
