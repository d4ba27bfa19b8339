import { officialZone } from '@minsheng/contract/words/zone.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dayAfter,
  dayEnd,
  dayOf,
  dayStart,
  instantAt,
  instantMs,
  isDay,
  weekdayOf,
} from './zone.ts';

describe('zones', () => {
  const zones = ['Asia/Shanghai', 'UTC', 'Asia/Kathmandu', 'America/New_York', 'Pacific/Auckland'];
  const instants = fc.integer({ min: Date.UTC(2017, 0, 1), max: Date.UTC(2035, 0, 1) });

  test('an instant lies inside the day it belongs to, in every zone', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (ms, zone) => {
        const on = dayOf(ms, zone);
        expect(instantMs(on, '00:00', zone)).toBeLessThanOrEqual(ms);
        expect(instantMs(dayAfter(on, 1), '00:00', zone)).toBeGreaterThan(ms);
        expect(instantMs(on, '24:00', zone)).toBe(instantMs(dayAfter(on, 1), '00:00', zone));
      }),
    );
  });

  test('the wall clock of a zone is read right on both sides of a change of clocks', () => {
    const newYork = (on: string, time: string) =>
      new Date(instantMs(on, time, 'America/New_York')).toISOString();
    expect(newYork('2026-03-07', '09:00')).toBe('2026-03-07T14:00:00.000Z');
    expect(newYork('2026-03-09', '09:00')).toBe('2026-03-09T13:00:00.000Z');
    expect(newYork('2026-03-08', '03:30')).toBe('2026-03-08T07:30:00.000Z');
  });

  test('weekdays are those of the calendar', () => {
    expect(['2026-02-14', '2026-09-20', '2026-02-23', '1970-01-01'].map(weekdayOf)).toEqual([
      6, 7, 1, 4,
    ]);
  });

  test('a day of the city begins and ends by its own clock', () => {
    expect(dayStart('2026-02-14', officialZone)).toEqual(new Date('2026-02-13T16:00:00Z'));
    expect(dayEnd('2026-12-31', officialZone)).toEqual(new Date('2026-12-31T16:00:00Z'));
    expect(dayEnd('2026-03-08', 'America/New_York').getTime()).toBe(
      dayStart('2026-03-08', 'America/New_York').getTime() + 23 * 3_600_000,
    );
    expect(instantAt('2026-02-14', '10:00:07', officialZone)).toEqual(
      new Date('2026-02-14T02:00:07Z'),
    );
  });

  test('a day that no calendar has', () => {
    expect(['2026-02-28', '2024-02-29'].every(isDay)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', 'today', ''].some(isDay)).toBe(false);
  });
});
