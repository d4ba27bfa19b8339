import { budgetOf, endOf, type Limit, pathToDue } from './deadline.ts';
import {
  type ClockLine,
  countedMs,
  linesOf,
  type Pause,
  type PauseMs,
  until,
  walk,
} from './stretches.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export type ClockState = 'running' | 'paused' | 'stopped';

export interface ClockFacts {
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly pauses: readonly Pause[];
  readonly limit: Limit;
  readonly calendar: WorkingCalendar;
  readonly now: Date;
}

/** Minutes are those the limit itself counts: natural ones, or office hours from the first day counted. */
export interface ClockReading {
  readonly state: ClockState;
  readonly elapsedMinutes: number;
  readonly limitMinutes: number;
  readonly remainingMinutes: number;
  readonly overdueMinutes: number;
  readonly isOverdue: boolean;
  /** While paused: when it would be due if it went on now. */
  readonly dueAt: Date;
  readonly isProvisional: boolean;
  readonly explanation: readonly ClockLine[];
}

const minuteMs = 60_000;

/** 时限时钟: the reading of one clock at an instant, from the facts known by then. */
export function clockOf(facts: ClockFacts): ClockReading {
  const { limit, calendar } = facts;
  const startMs = facts.startedAt.getTime();
  const nowMs = Math.max(startMs, facts.now.getTime());
  const hasStopped = facts.endedAt !== null && facts.endedAt.getTime() <= nowMs;
  const untilMs = hasStopped ? Math.max(startMs, facts.endedAt.getTime()) : nowMs;

  const pauses = settledPauses(facts.pauses, untilMs);
  const { budgetMs, ...measure } = budgetOf(startMs, limit, calendar);
  const passed = [...until(walk({ fromMs: startMs, pauses, calendar, ...measure }), untilMs)];
  const elapsedMs = countedMs(passed);
  const path = pathToDue({ fromMs: startMs, budget: { budgetMs, ...measure }, pauses, calendar });
  const dueMs = endOf(path, startMs);

  const elapsedMinutes = Math.floor(elapsedMs / minuteMs);
  const limitMinutes = Math.floor(budgetMs / minuteMs);
  return {
    state: hasStopped ? 'stopped' : stateAt(facts.pauses, nowMs),
    elapsedMinutes,
    limitMinutes,
    remainingMinutes: Math.max(0, limitMinutes - elapsedMinutes),
    overdueMinutes: Math.max(0, elapsedMinutes - limitMinutes),
    isOverdue: untilMs > dueMs,
    dueAt: new Date(dueMs),
    isProvisional: path.some((stretch) => !stretch.isKnown),
    explanation: linesOf(passed),
  };
}

/** 工作时长: office hours between two instants, for indicators that know no limit. */
export function workingMinutesBetween(from: Date, to: Date, calendar: WorkingCalendar): number {
  return Math.floor(workingMsBetween(from.getTime(), to.getTime(), calendar) / minuteMs);
}

export function workingMsBetween(fromMs: number, toMs: number, calendar: WorkingCalendar): number {
  if (toMs <= fromMs) return 0;
  const way = walk({ fromMs, countsFromMs: fromMs, inOfficeHoursOnly: true, pauses: [], calendar });
  return countedMs(until(way, toMs));
}

function stateAt(pauses: readonly Pause[], atMs: number): ClockState {
  const isPaused = pauses.some(
    ({ from, to }) => from.getTime() <= atMs && (to === null || to.getTime() > atMs),
  );
  return isPaused ? 'paused' : 'running';
}

/** In order, none beyond the instant of reading. */
function settledPauses(pauses: readonly Pause[], untilMs: number): PauseMs[] {
  return pauses
    .map(({ from, to, reason }) => ({
      fromMs: from.getTime(),
      toMs: Math.min(to?.getTime() ?? untilMs, untilMs),
      reason,
    }))
    .filter((pause) => pause.toMs > pause.fromMs)
    .toSorted((a, b) => a.fromMs - b.fromMs);
}
