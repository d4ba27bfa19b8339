import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadline, type Limit } from './deadline.ts';
import { type ClockFacts, clockOf, workingMinutesBetween, workingMsBetween } from './elapsed.ts';
import { at, coastalCalendar, xinjiangCalendar } from './example-calendars.ts';

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

const seconds = fc.integer({
  min: at('2026-01-20 00:00').getTime() / 1000,
  max: at('2026-03-10 00:00').getTime() / 1000,
});
const instants = seconds.map((second) => new Date(second * 1000));
const pauses = fc.array(
  fc.record({
    from: instants,
    to: fc.option(instants),
    reason: fc.constantFrom('requester', 'court'),
  }),
  { maxLength: 4 },
);
const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.integer({ min: 1, max: 15 }).map((days) => ({ kind: 'working-days', days }) as const),
  fc
    .integer({ min: 1, max: 3_000 })
    .map((minutes) => ({ kind: 'working-minutes', minutes }) as const),
  fc
    .integer({ min: 1, max: 9_000 })
    .map((minutes) => ({ kind: 'natural-minutes', minutes }) as const),
);
const calendars = fc.constantFrom(coast, xinjiangCalendar());

describe('properties', () => {
  test('working time agrees with counting minute by minute', () => {
    const minute = 60_000;
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 0, max: 5_000 }),
        calendars,
        (start, length, calendar) => {
          const fromMs = Math.floor(start.getTime() / minute) * minute;
          let open = 0;
          for (let ms = fromMs; ms < fromMs + length * minute; ms += minute) {
            const hours = new Date(ms + 8 * 60 * minute);
            const day = calendar.day(hours.toISOString().slice(0, 10));
            if (day.open.some((span) => span.fromMs <= ms && ms < span.toMs)) open += 1;
          }
          const to = new Date(fromMs + length * minute);
          expect(workingMinutesBetween(new Date(fromMs), to, calendar)).toBe(open);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('working time adds up, and never runs backwards', () => {
    fc.assert(
      fc.property(fc.tuple(seconds, seconds, seconds), calendars, (unsorted, calendar) => {
        const [a = 0, b = 0, c = 0] = unsorted
          .toSorted((x, y) => x - y)
          .map((second) => second * 1000);
        const [ab, bc] = [workingMsBetween(a, b, calendar), workingMsBetween(b, c, calendar)];
        expect(ab + bc).toBe(workingMsBetween(a, c, calendar));
        expect(Math.min(ab, bc)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('the lines touch, cover the whole time and sum to the reading', () => {
    fc.assert(
      fc.property(
        instants,
        instants,
        pauses,
        limits,
        calendars,
        (startedAt, now, held, limit, calendar) => {
          const facts = { startedAt, endedAt: null, pauses: held, limit, calendar, now };
          const { explanation, elapsedMinutes } = clockOf(facts);
          let reached = startedAt;
          for (const line of explanation) {
            expect(line.from).toEqual(reached);
            reached = line.to;
          }
          expect(reached).toEqual(now > startedAt ? now : startedAt);
          const counting = explanation.filter(
            ({ kind }) => kind === 'counted' || kind === 'make-up',
          );
          expect(counting.reduce((sum, line) => sum + line.minutes, 0)).toBe(elapsedMinutes);
        },
      ),
    );
  });

  test('a clock that never pauses is due when the deadline said', () => {
    fc.assert(
      fc.property(instants, instants, limits, calendars, (startedAt, now, limit, calendar) => {
        const reading = clockOf({ startedAt, endedAt: null, pauses: [], limit, calendar, now });
        const said = deadline({ from: startedAt, limit, calendar });
        expect(reading.dueAt).toEqual(said.dueAt);
        expect(reading.isOverdue).toBe(now > startedAt && now > said.dueAt);
      }),
    );
  });

  test('a pause never brings the due time forward', () => {
    fc.assert(
      fc.property(
        instants,
        instants,
        pauses,
        limits,
        calendars,
        (startedAt, now, held, limit, calendar) => {
          const facts = { startedAt, endedAt: null, limit, calendar, now };
          const due = clockOf({ ...facts, pauses: held }).dueAt.getTime();
          expect(due).toBeGreaterThanOrEqual(clockOf({ ...facts, pauses: [] }).dueAt.getTime());
        },
      ),
    );
  });
});
