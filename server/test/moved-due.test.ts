import { officialZone } from '@minsheng/contract/words/zone.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at } from '../src/modules/calendar/example-calendars.ts';
import type { CalendarChange, Limit, WorkingCalendar } from '../src/modules/calendar/index.ts';
import { workingCalendar } from '../src/modules/calendar/working-calendar.ts';
import type { Assignment } from '../src/modules/dispatch/assignment.ts';
import { dueTimes } from '../src/modules/dispatch/duty-limits.ts';
import { movedDue } from '../src/modules/dispatch/moved-due.ts';
import { dayAfter } from '../src/platform/zone.ts';

const days = fc.integer({ min: 0, max: 40 }).map((day) => dayAfter('2026-03-01', day));
const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.integer({ min: 1, max: 15 }).map((count) => ({ kind: 'working-days', days: count }) as const),
  fc
    .integer({ min: 1, max: 3_000 })
    .map((minutes) => ({ kind: 'natural-minutes', minutes }) as const),
);

const calendarOf = (daysOff: readonly string[]) =>
  workingCalendar({
    zone: officialZone,
    knownThrough: '2026-12-31',
    daysOff,
    makeUpDays: [],
    officeHours: [
      {
        validFrom: '2017-01-01',
        weekdays: [1, 2, 3, 4, 5],
        season: null,
        spans: [['08:00', '17:30']],
      },
    ],
  });

function dutyFrom(sentAt: Date, handle: Limit, calendar: WorkingCalendar): Assignment {
  const limits = { code: 'N', version: '1', sign: handle, contact: handle, handle, scene: null };
  const due = dueTimes(sentAt, limits, calendar);
  return {
    city_id: 1,
    order_id: 'order',
    id: 'duty',
    parent_id: null,
    unit_code: 'unit',
    unit_path: 'unit',
    unit_kind: 'department',
    role: 'lead',
    state: 'sent',
    round: 0,
    urgency: 'U3',
    sent_at: sentAt,
    sent_by: null,
    sign_due_at: due.signDueAt,
    contact_due_at: due.contactDueAt,
    due_at: due.dueAt,
    original_due_at: due.dueAt,
    wished_due_at: null,
    stage_report_due_at: null,
    signed_late: false,
    signed_at: null,
    contacted_at: null,
    arrived_at: null,
    fixed_at: null,
    submitted_at: null,
    done_at: null,
    revoked_at: null,
    row_id: null,
    guard_reason_no: null,
    note_no: null,
    rings: 0,
    readers: null,
    limits,
  };
}

const changeOf = (on: string, isOff: boolean): CalendarChange => ({
  version: 1,
  days: [{ on, before: isOff ? null : 'off', after: isOff ? 'off' : null, name: null }],
  changesHours: false,
});

test('followed twice is followed once, follows the deadline exactly, and back is where it was', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(days, { maxLength: 8 }),
      days,
      fc.integer({ min: 0, max: 40 * 1440 }),
      limits,
      (off, day, minute, limit) => {
        const others = off.filter((one) => one !== day);
        const [before, after] = [calendarOf(others), calendarOf([...others, day])];
        const sentAt = new Date(at('2026-03-01 00:00').getTime() + minute * 60_000);
        const duty = dutyFrom(sentAt, limit, before);
        const follow = (one: Assignment, calendar: WorkingCalendar, isOff: boolean): Assignment => {
          const facts = { pauses: [], calendar, now: sentAt };
          const [moved] = movedDue([one], facts, changeOf(day, isOff));
          return { ...one, ...moved?.set };
        };
        const once = follow(duty, after, true);
        expect(once).toEqual(dutyFrom(sentAt, limit, after));
        expect(
          movedDue([once], { pauses: [], calendar: after, now: sentAt }, changeOf(day, true)),
        ).toEqual([]);
        expect(follow(once, before, false)).toEqual(duty);
      },
    ),
  );
});
