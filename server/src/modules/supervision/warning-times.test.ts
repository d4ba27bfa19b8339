import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import * as calendar from '../calendar/index.ts';
import { warningTimes } from './warning-times.ts';

const limits = (handle: calendar.Limit) => ({
  code: 'E5',
  version: '1',
  sign: null,
  contact: null,
  handle,
  scene: null,
});

test(
  'half, four fifths, the last working day and the end of five working days',
  inCity(async ({ ctx }) => {
    const working = await calendar.workingCalendar(ctx);
    const sentAt = new Date('2026-03-02T02:00:00Z');
    const limit = { kind: 'working-days', days: 4 } as const;
    const { dueAt } = calendar.deadline({ from: sentAt, limit, calendar: working });
    const times = warningTimes(
      { sent_at: sentAt, due_at: dueAt, limits: limits(limit), state: 'signed' },
      { pauses: [], calendar: working },
    );
    expect(times.map(({ point }) => point)).toEqual(['half', 'last-day', 'most', 'expired']);
    const left = times.map(({ at }) => calendar.workingMinutesBetween(at, dueAt, working));
    const day = calendar.workingMinutesBetween(
      new Date('2026-03-05T16:00:00Z'),
      new Date('2026-03-06T16:00:00Z'),
      working,
    );
    expect(left).toEqual([day * 2, day, Math.floor((day * 4) / 5), 0]);
  }),
);

test(
  'a pause is no time: what is left is counted in the hours that count',
  inCity(async ({ ctx }) => {
    const working = await calendar.workingCalendar(ctx);
    const sentAt = new Date('2026-03-02T01:00:00Z');
    const limit = { kind: 'natural-minutes', minutes: 600 } as const;
    const pause = {
      reason: 'need-info',
      from: minutesAfter(sentAt, 60),
      to: minutesAfter(sentAt, 360),
    };
    const dueAt = minutesAfter(sentAt, 900);
    const times = warningTimes(
      { sent_at: sentAt, due_at: dueAt, limits: limits(limit), state: 'signed' },
      { pauses: [pause], calendar: working },
    );
    expect(times).toEqual([
      { point: 'half', at: minutesAfter(sentAt, 600) },
      { point: 'most', at: minutesAfter(sentAt, 780) },
      { point: 'expired', at: dueAt },
    ]);
  }),
);

test(
  'two points at one instant are said once, as the harsher; who passed the duty down hears of its end',
  inCity(async ({ ctx }) => {
    const working = await calendar.workingCalendar(ctx);
    const sentAt = new Date('2026-03-02T02:00:00Z');
    const limit = { kind: 'working-days', days: 5 } as const;
    const { dueAt } = calendar.deadline({ from: sentAt, limit, calendar: working });
    const duty = { sent_at: sentAt, due_at: dueAt, limits: limits(limit) };
    const facts = { pauses: [], calendar: working };
    const points = (state: 'signed' | 'delegated') =>
      warningTimes({ ...duty, state }, facts).map(({ point }) => point);
    expect(points('signed')).toEqual(['half', 'last-day', 'expired']);
    expect(points('delegated')).toEqual(['last-day', 'expired']);
  }),
);

const minutesAfter = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);
