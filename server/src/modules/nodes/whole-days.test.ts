import { expect, test } from 'vitest';
import { wholeDays } from './whole-days.ts';

test('what is expected of a day is taken from days that were read whole', () => {
  const days = ['2026-04-01', '2026-04-02', '2026-04-03'];
  expect(wholeDays(days, null, 'Asia/Shanghai')).toEqual(days);
  const stopped = new Date('2026-04-01T17:00:00Z');
  expect(wholeDays(days, stopped, 'Asia/Shanghai')).toEqual(['2026-04-03']);
});
