import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantMs } from '../../platform/zone.ts';
import { deadline, type Limit } from './deadline.ts';
import { at, coastalCalendar, xinjiangCalendar } from './example-calendars.ts';

const coast = coastalCalendar();
const xinjiang = xinjiangCalendar();
const days = (count: number): Limit => ({ kind: 'working-days', days: count });
const workingHours = (hours: number): Limit => ({ kind: 'working-minutes', minutes: hours * 60 });
const naturalHours = (hours: number): Limit => ({ kind: 'natural-minutes', minutes: hours * 60 });

describe('examples', () => {
  test.each([
    ['the day of dispatch is not counted', '2026-03-02 09:00', days(1), '2026-03-03 17:30'],
    [
      'dispatch before office hours is of that day',
      '2026-03-02 06:00',
      days(1),
      '2026-03-03 17:30',
    ],
    ['at the end of office hours the day is over', '2026-03-02 17:30', days(1), '2026-03-04 17:30'],
    ['dispatch in the noon break is of that day', '2026-03-02 13:00', days(1), '2026-03-03 17:30'],
    ['dispatch on a Saturday is of Monday', '2026-03-07 10:00', days(1), '2026-03-10 17:30'],
    ['a make-up Saturday is a working day', '2026-02-13 10:00', days(1), '2026-02-14 17:30'],
    ['nine days of Spring Festival', '2026-02-14 10:00', days(3), '2026-02-26 17:30'],
    ['make-up Saturday after it', '2026-02-27 10:00', days(2), '2026-03-02 17:30'],
    ['evening before National Day', '2026-09-30 18:00', days(2), '2026-10-10 17:30'],
    ['make-up Sunday before Mid-Autumn', '2026-09-18 09:00', days(1), '2026-09-20 17:30'],
    ['no day at all ends with the day', '2026-03-02 09:00', days(0), '2026-03-02 17:30'],
    ['working hours cross a holiday', '2026-09-30 16:30', workingHours(4), '2026-10-08 11:00'],
    ['working hours cross noon', '2026-03-02 11:00', workingHours(2), '2026-03-02 15:30'],
    ['working hours end at closing', '2026-03-02 14:30', workingHours(3), '2026-03-02 17:30'],
    ['working hours asked at night', '2026-03-02 22:00', workingHours(1), '2026-03-03 09:00'],
    ['natural hours run through', '2026-09-30 18:00', naturalHours(24), '2026-10-01 18:00'],
  ])('%s', (_, from, limit, due) => {
    expect(deadline({ from: at(from), limit, calendar: coast }).dueAt).toEqual(at(due));
  });

  test.each([
    ['later hours', '2026-07-03 18:30', workingHours(4), '2026-07-06 13:00'],
    ['closing by summer hours', '2026-07-01 12:00', days(1), '2026-07-02 19:30'],
    ['closing by winter hours', '2026-12-01 12:00', days(1), '2026-12-02 19:00'],
    ['18:00 is still open', '2026-07-01 18:00', days(1), '2026-07-02 19:30'],
    ["the region's own holiday", '2026-05-26 12:00', days(1), '2026-05-28 19:30'],
  ])('Xinjiang: %s', (_, from, limit, due) => {
    expect(deadline({ from: at(from), limit, calendar: xinjiang }).dueAt).toEqual(at(due));
  });

  test('a limit into a year without a calendar is provisional, a natural one never', () => {
    const late = at('2026-12-30 10:00');
    expect(deadline({ from: late, limit: days(1), calendar: coast }).isProvisional).toBe(false);
    const reaching = deadline({ from: late, limit: days(3), calendar: coast });
    expect(reaching).toMatchObject({ isProvisional: true, dueAt: at('2027-01-04 17:30') });
    expect(deadline({ from: late, limit: naturalHours(96), calendar: coast }).isProvisional).toBe(
      false,
    );
  });

  test('the explanation reads like a calendar', () => {
    const { explanation } = deadline({
      from: at('2026-02-13 17:00'),
      limit: days(2),
      calendar: coast,
    });
    expect(explanation.map(({ kind, minutes, label }) => [kind, minutes, label])).toEqual([
      ['dispatch-day', 30, null],
      ['off-hours', 14.5 * 60, null],
      ['make-up', 240, '春节补班'],
      ['off-hours', 150, null],
      ['make-up', 180, '春节补班'],
      ['off-hours', 6.5 * 60, null],
      ['holiday', 9 * 1440, null],
      ['off-hours', 480, null],
      ['counted', 240, null],
      ['off-hours', 150, null],
      ['counted', 180, null],
    ]);
  });
});

const instants = fc
  .integer({
    min: at('2025-11-01 00:00').getTime() / 1000,
    max: at('2027-03-01 00:00').getTime() / 1000,
  })
  .map((seconds) => new Date(seconds * 1000));
const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.integer({ min: 0, max: 15 }).map(days),
  fc
    .integer({ min: 0, max: 3_000 })
    .map((minutes) => ({ kind: 'working-minutes', minutes }) as const),
  fc
    .integer({ min: 0, max: 10_000 })
    .map((minutes) => ({ kind: 'natural-minutes', minutes }) as const),
);
const calendars = fc.constantFrom(coast, xinjiang);

describe('properties', () => {
  test('who is sent later is never due earlier', () => {
    fc.assert(
      fc.property(instants, instants, limits, calendars, (one, other, limit, calendar) => {
        const [first, second] = one <= other ? [one, other] : [other, one];
        const dueOf = (from: Date) => deadline({ from, limit, calendar }).dueAt.getTime();
        expect(dueOf(first)).toBeLessThanOrEqual(dueOf(second));
      }),
    );
  });

  test('one more day is later, and never due outside office hours', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 15 }), calendars, (from, count, calendar) => {
        const short = deadline({ from, limit: days(count), calendar }).dueAt.getTime();
        const long = deadline({ from, limit: days(count + 1), calendar }).dueAt.getTime();
        expect(long).toBeGreaterThan(short);
        expect(calendar.dayAt(short).open.at(-1)?.toMs).toBe(short);
      }),
    );
  });

  test('the lines of an explanation touch, cover and sum to the limit', () => {
    fc.assert(
      fc.property(instants, limits, calendars, (from, limit, calendar) => {
        const { dueAt, explanation } = deadline({ from, limit, calendar });
        let reached = from;
        for (const line of explanation) {
          expect(line.from).toEqual(reached);
          reached = line.to;
        }
        expect(reached).toEqual(dueAt);
        if (limit.kind === 'working-days') return;
        const counting = explanation.filter(({ kind }) => kind === 'counted' || kind === 'make-up');
        expect(counting.reduce((sum, line) => sum + line.minutes, 0)).toBe(limit.minutes);
      }),
    );
  });

  test('the same wall clock gives the same wall clock, wherever the city lies', () => {
    const zones = ['UTC', 'Asia/Kathmandu', 'America/Phoenix'];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 360 * 1440 }),
        limits,
        fc.constantFrom(...zones),
        (minute, limit, zone) => {
          const newYear = (of: string) => instantMs('2026-01-01', '00:00', of);
          const dueIn = (of: string) => {
            const from = new Date(newYear(of) + minute * 60_000);
            return (
              deadline({ from, limit, calendar: coastalCalendar(of) }).dueAt.getTime() - newYear(of)
            );
          };
          expect(dueIn(zone)).toBe(dueIn('Asia/Shanghai'));
        },
      ),
      { numRuns: 40 },
    );
  });
});
