import { expect, test } from 'vitest';
import { runsOf } from './calendar-runs.ts';

const notice = { source: '示例通知', isCorrected: false };
const off = (on: string, name = '国庆节') => ({ on, kind: 'off' as const, name, ...notice });

test('days in a row of one holiday are one line, over the end of a month as well', () => {
  const days = [
    off('2026-09-30'),
    off('2026-10-01'),
    off('2026-10-02', '中秋节'),
    off('2026-10-04', '中秋节'),
    { ...off('2026-10-05', '中秋节'), isCorrected: true },
  ];
  expect(runsOf(days).map(({ from, to, days: count }) => [from, to, count])).toEqual([
    ['2026-09-30', '2026-10-01', 2],
    ['2026-10-02', '2026-10-02', 1],
    ['2026-10-04', '2026-10-04', 1],
    ['2026-10-05', '2026-10-05', 1],
  ]);
});
