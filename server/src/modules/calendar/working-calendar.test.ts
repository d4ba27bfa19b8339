import { describe, expect, test } from 'vitest';
import { coastalCalendar, xinjiangCalendar } from './example-calendars.ts';
import type { HoursSpan, OfficeHours } from './office-hours.ts';
import { type CalendarRows, workingCalendar } from './working-calendar.ts';

function hours(validFrom: string, spans: HoursSpan[], weekdays = [1, 2, 3, 4, 5]): OfficeHours {
  return { validFrom, spans, weekdays, season: null };
}

function hoursOf(calendar: ReturnType<typeof coastalCalendar>, on: string): string[] {
  return calendar.day(on).open.map(({ fromMs, toMs }) => {
    const shown = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(11, 16);
    return `${shown(fromMs)}-${shown(toMs)}`;
  });
}

describe('days', () => {
  const calendar = coastalCalendar();

  test.each([
    ['2026-02-13', 'working'],
    ['2026-02-14', 'make-up'],
    ['2026-02-15', 'holiday'],
    ['2026-02-23', 'holiday'],
    ['2026-02-24', 'working'],
    ['2026-09-20', 'make-up'],
    ['2026-10-10', 'make-up'],
    ['2026-10-11', 'weekend'],
  ])('%s is %s', (on, kind) => {
    expect(calendar.day(on).kind).toBe(kind);
  });

  test('beyond the last notice a day is assumed by its weekday and says so', () => {
    expect(calendar.day('2027-01-01')).toMatchObject({ kind: 'working', isKnown: false });
    expect(calendar.day('2026-12-31')).toMatchObject({ kind: 'working', isKnown: true });
  });

  test("a region's holiday stands although the nation works that day", () => {
    const rows = {
      zone: 'Asia/Shanghai',
      knownThrough: '2026-12-31',
      daysOff: ['2026-02-14'],
      makeUpDays: ['2026-02-14'],
      officeHours: [hours('2017-01-01', [['09:00', '17:00']])],
    } satisfies CalendarRows;
    expect(workingCalendar(rows).day('2026-02-14')).toMatchObject({ kind: 'holiday', open: [] });
  });
});

describe('office hours', () => {
  test('Xinjiang works later, and by season', () => {
    const calendar = xinjiangCalendar();
    expect(hoursOf(calendar, '2026-07-15')).toEqual(['10:00-14:00', '16:00-19:30']);
    expect(hoursOf(calendar, '2026-01-15')).toEqual(['10:00-14:00', '15:30-19:00']);
    expect(hoursOf(calendar, '2026-12-15')).toEqual(['10:00-14:00', '15:30-19:00']);
  });

  test('a newer row replaces an older one from its day on', () => {
    const calendar = workingCalendar({
      zone: 'Asia/Shanghai',
      knownThrough: '2026-12-31',
      daysOff: [],
      makeUpDays: [],
      officeHours: [
        hours('2020-01-01', [['08:00', '16:00']]),
        hours('2026-07-01', [['09:00', '17:00']]),
      ],
    });
    expect(hoursOf(calendar, '2026-06-30')).toEqual(['08:00-16:00']);
    expect(hoursOf(calendar, '2026-07-01')).toEqual(['09:00-17:00']);
    expect(hoursOf(calendar, '2018-07-02')).toEqual(['08:00-16:00']);
  });

  test('a make-up Saturday keeps the hours of a Monday when hours differ by weekday', () => {
    const calendar = workingCalendar({
      zone: 'Asia/Shanghai',
      knownThrough: '2026-12-31',
      daysOff: [],
      makeUpDays: ['2026-02-14'],
      officeHours: [
        hours('2020-01-01', [['08:00', '17:00']]),
        hours('2020-01-01', [['08:00', '14:00']], [5]),
      ],
    });
    expect(hoursOf(calendar, '2026-02-13')).toEqual(['08:00-14:00']);
    expect(hoursOf(calendar, '2026-02-14')).toEqual(['08:00-17:00']);
  });

  test.each<[OfficeHours[]]>([
    [[]],
    [[hours('2020-01-01', [['12:00', '08:00']])]],
    [
      [
        hours('2020-01-01', [
          ['08:00', '12:00'],
          ['11:00', '17:00'],
        ]),
      ],
    ],
    [[hours('2020-01-01', [['8', '12']])]],
  ])('impossible hours are refused when the calendar is built: %j', (officeHours) => {
    const rows = {
      zone: 'UTC',
      knownThrough: '2026-12-31',
      daysOff: [],
      makeUpDays: [],
      officeHours,
    };
    expect(() => workingCalendar(rows)).toThrow(RangeError);
  });
});
