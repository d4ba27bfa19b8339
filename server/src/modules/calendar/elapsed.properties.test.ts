import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadline, type Limit } from './deadline.ts';
import { clockOf, workingMinutesBetween, workingMsBetween } from './elapsed.ts';
import { at, coastalCalendar, xinjiangCalendar } from './example-calendars.ts';

const coast = coastalCalendar();
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
