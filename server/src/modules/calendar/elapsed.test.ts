import { describe, expect, test } from 'vitest';
import type { Limit } from './deadline.ts';
import { type ClockFacts, clockOf, workingMinutesBetween } from './elapsed.ts';
import { at, coastalCalendar } from './example-calendars.ts';

const coast = coastalCalendar();
const fourHours: Limit = { kind: 'working-minutes', minutes: 240 };
const threeDays: Limit = { kind: 'working-days', days: 3 };

function clock(facts: Partial<ClockFacts> & { now: Date }) {
  const startedAt = at('2026-03-02 10:00');
  return clockOf({
    startedAt,
    endedAt: null,
    pauses: [],
    limit: fourHours,
    calendar: coast,
    ...facts,
  });
}

describe('examples', () => {
  test('a running clock counts office hours only', () => {
    expect(clock({ now: at('2026-03-02 15:00') })).toMatchObject({
      state: 'running',
      elapsedMinutes: 150,
      remainingMinutes: 90,
      overdueMinutes: 0,
      isOverdue: false,
      dueAt: at('2026-03-02 16:30'),
    });
  });

  test('done at the very instant it is due is in time, a second later is not', () => {
    const due = at('2026-03-02 16:30');
    const late = new Date(due.getTime() + 1000);
    expect(clock({ endedAt: due, now: at('2026-03-05 10:00') }).isOverdue).toBe(false);
    expect(clock({ endedAt: late, now: at('2026-03-05 10:00') }).isOverdue).toBe(true);
  });

  test('overdue time is counted as the limit counts', () => {
    expect(clock({ now: at('2026-03-03 09:00') })).toMatchObject({
      isOverdue: true,
      overdueMinutes: 120,
      remainingMinutes: 0,
    });
  });

  test('a pause moves the due time by the office hours it took', () => {
    const pauses = [
      { from: at('2026-03-02 11:00'), to: at('2026-03-03 09:00'), reason: 'requester' },
    ];
    const reading = clock({ pauses, now: at('2026-03-03 10:00') });
    expect(reading).toMatchObject({
      state: 'running',
      elapsedMinutes: 120,
      dueAt: at('2026-03-03 12:00'),
    });
    expect(reading.explanation.map(({ kind, minutes, label }) => [kind, minutes, label])).toEqual([
      ['counted', 60, null],
      ['paused', 22 * 60, 'requester'],
      ['counted', 60, null],
    ]);
  });

  test('pauses that overlap take their time once', () => {
    const pauses = [
      { from: at('2026-03-02 11:30'), to: at('2026-03-02 15:00'), reason: 'court' },
      { from: at('2026-03-02 11:00'), to: at('2026-03-02 15:30'), reason: 'requester' },
    ];
    const reading = clock({ pauses, now: at('2026-03-02 16:00') });
    expect(reading.explanation.map(({ kind, minutes, label }) => [kind, minutes, label])).toEqual([
      ['counted', 60, null],
      ['paused', 270, 'requester'],
      ['counted', 30, null],
    ]);
  });

  test('a pause over a weekend gives nothing away', () => {
    const pauses = [{ from: at('2026-03-06 17:30'), to: at('2026-03-09 08:00'), reason: 'court' }];
    const reading = clock({ limit: threeDays, pauses, now: at('2026-03-09 09:00') });
    const plain = clock({ limit: threeDays, now: at('2026-03-09 09:00') });
    expect(reading.dueAt).toEqual(plain.dueAt);
  });

  test('while paused the due time moves along', () => {
    const pauses = [{ from: at('2026-03-02 11:00'), to: null, reason: 'test-report' }];
    const reading = clock({ pauses, now: at('2026-03-02 12:00') });
    expect(reading).toMatchObject({
      state: 'paused',
      elapsedMinutes: 60,
      dueAt: at('2026-03-02 17:30'),
    });
  });

  test('day limits do not count the day of dispatch', () => {
    expect(clock({ limit: threeDays, now: at('2026-03-02 17:30') })).toMatchObject({
      elapsedMinutes: 0,
      limitMinutes: 3 * 420,
      dueAt: at('2026-03-05 17:30'),
    });
    expect(clock({ limit: threeDays, now: at('2026-03-03 09:00') }).elapsedMinutes).toBe(60);
  });

  test('a clock read at a past instant knows nothing of what came after', () => {
    const pauses = [
      { from: at('2026-03-02 11:00'), to: at('2026-03-02 15:00'), reason: 'requester' },
    ];
    const facts = { pauses, endedAt: at('2026-03-02 16:00') };
    expect(clock({ ...facts, now: at('2026-03-02 10:30') })).toMatchObject({
      state: 'running',
      elapsedMinutes: 30,
    });
    expect(clock({ ...facts, now: at('2026-03-02 11:30') })).toMatchObject({
      state: 'paused',
      elapsedMinutes: 60,
    });
    expect(clock({ ...facts, now: at('2026-03-09 09:00') })).toMatchObject({
      state: 'stopped',
      elapsedMinutes: 120,
    });
  });

  test('a natural limit runs through the night', () => {
    const limit: Limit = { kind: 'natural-minutes', minutes: 1440 };
    expect(clock({ limit, now: at('2026-03-03 04:00') })).toMatchObject({
      elapsedMinutes: 18 * 60,
      dueAt: at('2026-03-03 10:00'),
    });
  });

  test('working time across Spring Festival', () => {
    const from = at('2026-02-13 16:30');
    expect(workingMinutesBetween(from, at('2026-02-24 09:00'), coast)).toBe(60 + 420 + 60);
  });
});
