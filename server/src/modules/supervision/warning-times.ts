import type { WarningPoint } from '@minsheng/contract/words/supervision.ts';
import { type ClockLine, clockOf, type WorkingCalendar } from '../calendar/index.ts';
import { type Assignment, dutyLimits } from '../dispatch/index.ts';

export interface WarningTime {
  readonly point: WarningPoint;
  readonly at: Date;
}

interface Facts {
  readonly pauses: readonly { reason: string; from: Date; to: Date | null }[];
  readonly calendar: WorkingCalendar;
}

type Duty = Pick<Assignment, 'sent_at' | 'due_at' | 'limits' | 'state'>;

const minuteMs = 60_000;

/**
 * 系统预警时点 S0: half of the time, four fifths, one working day before the end, the end; in the time the limit itself
 * counts, so that nights and pauses are no time. Where two fall together only the later one is said. Whoever passed the
 * duty down hears of its last day and its end.
 */
export function warningTimes(duty: Duty, facts: Facts): WarningTime[] {
  const { handle: limit } = dutyLimits.parse(duty.limits);
  if (limit === null || duty.due_at === null) return [];
  const dueAt = duty.due_at;
  const { explanation } = clockOf({
    startedAt: duty.sent_at,
    endedAt: null,
    limit,
    now: dueAt,
    ...facts,
  });
  const counted = explanation.filter(({ kind }) => kind === 'counted' || kind === 'make-up');
  const total = counted.reduce((sum, line) => sum + spanOf(line), 0);
  const day = limit.kind === 'natural-minutes' ? 1440 * minuteMs : officeMs(dueAt, facts.calendar);
  const early = duty.state === 'delegated' ? [] : earlyPoints(total);
  const lastDay = total > day ? [{ point: 'last-day' as const, left: day }] : [];
  const before = [...early, ...lastDay].map(({ point, left }) => ({
    point,
    at: backFrom(dueAt, left, counted),
  }));
  return laterOfEqual([...before, { point: 'expired', at: dueAt }]);
}

const earlyPoints = (total: number) => [
  { point: 'half' as const, left: total / 2 },
  { point: 'most' as const, left: total / 5 },
];

const spanOf = ({ from, to }: ClockLine): number => to.getTime() - from.getTime();

function officeMs(at: Date, calendar: WorkingCalendar): number {
  const { open } = calendar.dayAt(at.getTime());
  return open.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
}

/** The latest instant at which so much counted time is left. */
function backFrom(dueAt: Date, leftMs: number, counted: readonly ClockLine[]): Date {
  let missing = leftMs;
  for (const line of counted.toReversed()) {
    if (spanOf(line) >= missing) return new Date(line.to.getTime() - missing);
    missing -= spanOf(line);
  }
  return counted[0]?.from ?? dueAt;
}

/** In time's order; of two at one instant the harsher. */
function laterOfEqual(times: readonly WarningTime[]): WarningTime[] {
  const sorted = times.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return sorted.filter(({ at }, no) => sorted[no + 1]?.at.getTime() !== at.getTime());
}
