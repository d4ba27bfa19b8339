import { describe, expect, test } from 'vitest';
import { daysFrom, traitReader } from '../warnings/index.ts';
import { lastYearOf } from './last-year.ts';
import { signalEffects } from './signal-effects.ts';

describe('what a signal brings', () => {
  const behind = ['01', '02', '03', '04'].map((day) => ({
    ...{ on: `2026-02-${day}`, expected: 10, seen: 20 },
  }));
  const on = (...days: readonly string[]) => [
    { about: 'water-cut', days: new Set(days.map((day) => `2026-02-${day}`)) },
  ];

  test('is measured on the days that had one, and drawn towards nothing while little is known', () => {
    expect(signalEffects(behind, on('01', '02', '03'))).toEqual([
      // 60 came where 30 were expected: (60 + 10) / (30 + 10).
      { about: 'water-cut', days: 3, seen: 60, expected: 30, factor: 1.75 },
    ]);
  });

  test('is nothing on too few days', () => {
    expect(signalEffects(behind, on('01', '02'))[0]?.factor).toBe(1);
    expect(signalEffects(behind, on('20'))[0]).toMatchObject({ days: 0, factor: 1 });
  });
});

describe('the same period of last year', () => {
  const traits = traitReader(daysFrom([]));
  const from = 18_262; // 2020-01-01
  const series = { from, counts: Array.from({ length: 3000 }, (_, no) => (no % 7 === 0 ? 7 : 1)) };

  test('lies on the same weekdays where there is no holiday', () => {
    const span = { fromOn: '2026-03-09', untilOn: '2026-03-15' };
    expect(lastYearOf(series, traits, span)).toMatchObject({
      ...{ fromOn: '2025-03-10', untilOn: '2025-03-16', feast: null, seen: 13 },
    });
  });

  test('goes by the day of the holiday where there is one: 端午 moved from 31 May to 19 June', () => {
    const span = { fromOn: '2026-06-18', untilOn: '2026-06-20' };
    expect(lastYearOf(series, traits, span)).toMatchObject({
      ...{ fromOn: '2025-05-30', untilOn: '2025-06-01', feast: '端午' },
    });
  });

  test('is not known before anybody counted', () => {
    expect(lastYearOf(series, traits, { fromOn: '2020-06-01', untilOn: '2020-06-02' })).toBeNull();
  });
});
