import { expect, test } from 'vitest';
import { dayAt, whenOpen } from './office-time.ts';

const local = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);

test.each([
  ['2026-03-02T10:30', '2026-03-02T10:30'],
  ['2026-03-02T06:10', '2026-03-02T08:15'],
  ['2026-03-02T19:00', '2026-03-03T08:15'],
  ['2026-03-06T18:00', '2026-03-09T08:15'],
  ['2026-03-07T12:00', '2026-03-09T08:15'],
  ['2026-03-08T23:00', '2026-03-09T08:15'],
])('an office asked at %s acts at %s', (asked, acts) => {
  expect(local(whenOpen(new Date(`${asked}:00+08:00`), 15))).toBe(acts);
});

test('a day is counted by the local calendar', () => {
  const end = new Date('2026-03-02T00:30:00+08:00');
  expect(local(dayAt(end, 1, 21 * 60))).toBe('2026-03-01T21:00');
});
