import type { CalendarDay, SpanMs, WorkingCalendar } from './working-calendar.ts';

export const clockLineKinds = [
  'counted',
  'make-up',
  'dispatch-day',
  'off-hours',
  'weekend',
  'holiday',
  'paused',
] as const;
/** `make-up` counts as `counted` does and says why a Saturday counts. */
export type ClockLineKind = (typeof clockLineKinds)[number];

/** 计时说明: one line of how a clock came to its reading. */
export interface ClockLine {
  readonly from: Date;
  readonly to: Date;
  readonly kind: ClockLineKind;
  /** Counting lines sum to the clock's reading; the others show what was left out. */
  readonly minutes: number;
  /** The holiday's name or the reason of the pause. */
  readonly label: string | null;
}

export interface Pause {
  readonly from: Date;
  /** Null while it lasts. */
  readonly to: Date | null;
  /** A word of the city's list of reasons. */
  readonly reason: string;
}

/** A piece of time of one kind, in milliseconds. */
export interface Stretch extends SpanMs {
  readonly kind: ClockLineKind;
  readonly label: string | null;
  readonly isKnown: boolean;
}

export interface PauseMs extends SpanMs {
  readonly reason: string;
}

export interface Walk {
  readonly fromMs: number;
  /** Working time before this instant belongs to the day of dispatch and is not counted. */
  readonly countsFromMs: number;
  readonly inOfficeHoursOnly: boolean;
  /** In the order of their beginnings; where two overlap, the earlier one gives the reason. */
  readonly pauses: readonly PauseMs[];
  readonly calendar: WorkingCalendar;
}

const minuteMs = 60_000;
// Ten years without an end means that the calendar has no office hours at all.
const longestWalkDays = 3_700;

export function counts(stretch: Stretch): boolean {
  return stretch.kind === 'counted' || stretch.kind === 'make-up';
}

/** All time from an instant on, cut where its kind changes; endless, so the reader stops. */
export function* walk(route: Walk): Generator<Stretch> {
  const plain = route.inOfficeHoursOnly ? byOfficeHours(route) : throughEverything(route);
  for (const stretch of plain) yield* cutByPauses(stretch, route.pauses);
}

/** The stretches up to an instant, the last one cut there. */
export function* until(stretches: Iterable<Stretch>, toMs: number): Generator<Stretch> {
  for (const stretch of stretches) {
    if (stretch.fromMs >= toMs) return;
    yield stretch.toMs > toMs ? { ...stretch, toMs } : stretch;
    if (stretch.toMs >= toMs) return;
  }
}

/** The stretches until so much has been counted, the last one cut where it is reached. */
export function* untilCounted(stretches: Iterable<Stretch>, budgetMs: number): Generator<Stretch> {
  let leftMs = budgetMs;
  for (const stretch of stretches) {
    if (leftMs <= 0) return;
    const takenMs = counts(stretch) ? stretch.toMs - stretch.fromMs : 0;
    yield takenMs > leftMs ? { ...stretch, toMs: stretch.fromMs + leftMs } : stretch;
    leftMs -= takenMs;
  }
}

export function countedMs(stretches: Iterable<Stretch>): number {
  let sum = 0;
  for (const stretch of stretches) if (counts(stretch)) sum += stretch.toMs - stretch.fromMs;
  return sum;
}

/** Neighbours alike become one line; seconds are carried over, so that the lines sum exactly. */
export function linesOf(stretches: Iterable<Stretch>): ClockLine[] {
  const carried = { counting: 0, resting: 0 };
  return joined(stretches).map((stretch) => {
    const purse = counts(stretch) ? 'counting' : 'resting';
    const before = Math.floor(carried[purse] / minuteMs);
    carried[purse] += stretch.toMs - stretch.fromMs;
    return {
      from: new Date(stretch.fromMs),
      to: new Date(stretch.toMs),
      kind: stretch.kind,
      minutes: Math.floor(carried[purse] / minuteMs) - before,
      label: stretch.label,
    };
  });
}

export function joined(stretches: Iterable<Stretch>): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    if (
      last &&
      last.toMs === stretch.fromMs &&
      last.kind === stretch.kind &&
      last.label === stretch.label
    ) {
      result[result.length - 1] = {
        ...last,
        toMs: stretch.toMs,
        isKnown: last.isKnown && stretch.isKnown,
      };
    } else {
      result.push(stretch);
    }
  }
  return result;
}

function* throughEverything({ fromMs }: Walk): Generator<Stretch> {
  yield { fromMs, toMs: Number.POSITIVE_INFINITY, kind: 'counted', label: null, isKnown: true };
}

function* byOfficeHours({ fromMs, countsFromMs, calendar }: Walk): Generator<Stretch> {
  let day = calendar.dayAt(fromMs);
  for (let walked = 0; walked < longestWalkDays; walked += 1) {
    for (const stretch of ofDay(day, countsFromMs)) {
      if (stretch.toMs > fromMs) yield { ...stretch, fromMs: Math.max(stretch.fromMs, fromMs) };
    }
    day = calendar.dayAfter(day);
  }
  throw new RangeError(`no end of the clock found within ${longestWalkDays} days`);
}

function* ofDay(day: CalendarDay, countsFromMs: number): Generator<Stretch> {
  const { isKnown } = day;
  const isRest = day.kind === 'weekend' || day.kind === 'holiday';
  const shut = {
    kind: isRest ? day.kind : 'off-hours',
    label: isRest ? day.name : null,
    isKnown,
  } as const;
  const open = {
    kind: day.kind === 'make-up' ? 'make-up' : 'counted',
    label: day.name,
    isKnown,
  } as const;
  const notYet = { kind: 'dispatch-day', label: null, isKnown } as const;
  let atMs = day.fromMs;
  for (const span of day.open) {
    if (span.fromMs > atMs) yield { ...shut, fromMs: atMs, toMs: span.fromMs };
    const seamMs = Math.min(Math.max(countsFromMs, span.fromMs), span.toMs);
    if (seamMs > span.fromMs) yield { ...notYet, fromMs: span.fromMs, toMs: seamMs };
    if (seamMs < span.toMs) yield { ...open, fromMs: seamMs, toMs: span.toMs };
    atMs = span.toMs;
  }
  if (atMs < day.toMs) yield { ...shut, fromMs: atMs, toMs: day.toMs };
}

function* cutByPauses(stretch: Stretch, pauses: readonly PauseMs[]): Generator<Stretch> {
  let atMs = stretch.fromMs;
  for (const pause of pauses) {
    const fromMs = Math.max(pause.fromMs, atMs);
    const toMs = Math.min(pause.toMs, stretch.toMs);
    if (toMs <= fromMs) continue;
    if (fromMs > atMs) yield { ...stretch, fromMs: atMs, toMs: fromMs };
    yield { ...stretch, fromMs, toMs, kind: 'paused', label: pause.reason };
    atMs = toMs;
  }
  if (atMs < stretch.toMs) yield { ...stretch, fromMs: atMs };
}
