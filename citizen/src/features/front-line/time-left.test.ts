import { expect, test } from 'vitest';
import { timeLeft } from './time-left.ts';

const due = '2026-01-05T08:00:00.000Z';
const at = (text: string) => Date.parse(text);

test('before the limit', () => {
  expect(timeLeft(due, at('2026-01-05T07:14:30Z'))).toEqual({
    isLate: false,
    days: 0,
    hours: 0,
    minutes: 45,
  });
  expect(timeLeft(due, at('2026-01-03T05:59:00Z'))).toEqual({
    isLate: false,
    days: 2,
    hours: 2,
    minutes: 1,
  });
});

test('at the limit it is not late, a moment after it is', () => {
  expect(timeLeft(due, at(due)).isLate).toBe(false);
  expect(timeLeft(due, at(due) + 1)).toEqual({ isLate: true, days: 0, hours: 0, minutes: 0 });
  expect(timeLeft(due, at('2026-01-05T09:30:00Z'))).toEqual({
    isLate: true,
    days: 0,
    hours: 1,
    minutes: 30,
  });
});
