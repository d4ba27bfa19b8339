import { officialZone } from '@minsheng/contract/words/zone.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAfter } from '../../platform/zone.ts';
import { deadline, type Limit } from './deadline.ts';
import { clockOf } from './elapsed.ts';
import { at } from './example-calendars.ts';
import { workingCalendar } from './working-calendar.ts';

const days = fc.integer({ min: 0, max: 120 }).map((day) => dayAfter('2026-01-01', day));
const daysOff = fc.uniqueArray(days, { maxLength: 30 });
const instants = fc
  .integer({
    min: at('2026-01-01 00:00').getTime() / 1000,
    max: at('2026-04-20 00:00').getTime() / 1000,
  })
  .map((second) => new Date(second * 1000));
const pauses = fc.array(
  fc.record({ from: instants, to: instants, reason: fc.constant('need-info') }),
  { maxLength: 2 },
);
const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.integer({ min: 0, max: 15 }).map((count) => ({ kind: 'working-days', days: count }) as const),
  fc
    .integer({ min: 1, max: 3_000 })
    .map((minutes) => ({ kind: 'working-minutes', minutes }) as const),
  fc
    .integer({ min: 1, max: 9_000 })
    .map((minutes) => ({ kind: 'natural-minutes', minutes }) as const),
);

const calendarOf = (off: readonly string[], makeUpDays: readonly string[] = []) =>
  workingCalendar({
    zone: officialZone,
    knownThrough: '2026-12-31',
    daysOff: off,
    makeUpDays,
    officeHours: [
      {
        validFrom: '2017-01-01',
        weekdays: [1, 2, 3, 4, 5],
        season: null,
        spans: [
          ['08:00', '12:00'],
          ['14:30', '17:30'],
        ],
      },
    ],
  });

test('one more day off never makes a deadline earlier, one more day worked never later', () => {
  fc.assert(
    fc.property(daysOff, days, instants, limits, pauses, (off, day, from, limit, held) => {
      const dueBy = (calendar: ReturnType<typeof calendarOf>) =>
        clockOf({
          startedAt: from,
          endedAt: null,
          pauses: held,
          limit,
          calendar,
          now: at('2026-04-20 00:00'),
        }).dueAt.getTime();
      expect(dueBy(calendarOf([...off, day]))).toBeGreaterThanOrEqual(dueBy(calendarOf(off)));
      expect(dueBy(calendarOf(off, [day]))).toBeLessThanOrEqual(dueBy(calendarOf(off)));
    }),
  );
});

test('a day behind the deadline, or before the day of dispatch, moves nothing', () => {
  fc.assert(
    fc.property(daysOff, days, instants, limits, (off, day, from, limit) => {
      const before = deadline({ from, limit, calendar: calendarOf(off) });
      const calendar = calendarOf([...off, day]);
      const isBeside =
        calendar.day(day).toMs <= from.getTime() ||
        calendar.day(day).fromMs > before.dueAt.getTime();
      fc.pre(isBeside);
      const after = deadline({ from, limit, calendar });
      expect(after).toEqual(before);
    }),
  );
});
