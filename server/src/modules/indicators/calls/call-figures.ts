import type { Rating } from '@minsheng/contract/words/call-back.ts';
import type { Ratio } from '../wilson.ts';

/** 来电 as it is counted, whatever engine carried it. */
export interface CallRow {
  offeredAt: Date;
  /** When the caller asked for a person; null, never (a robot was enough). */
  queuedAt: Date | null;
  answeredBy: 'person' | 'robot' | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  /** 后处理 over. */
  writtenUpAt: Date | null;
  isAbandoned: boolean;
  hasNumber: boolean;
  /** Somebody reached them again. */
  returnedAt: Date | null;
  /** 一次一评. */
  rating: Rating | null;
  /** 质检: null, not inspected; only what a person confirmed is an error. */
  inspected: 'clean' | 'error' | null;
}

/** 剔除时段 of K1: a breakdown, a sudden event, more calls than seats. Half-open. */
export interface OutOfOrder {
  from: Date;
  to: Date;
}

export interface Spread {
  count: number;
  meanSeconds: number;
  p95Seconds: number;
}

export interface CallFigures {
  /** K1 人工接通率: answered by a person, of all who asked for one. */
  answered: Ratio;
  /** The same without the excluded hours. */
  answeredInOrder: Ratio;
  /** 回拨后接通率: also those rung back in time. */
  answeredOrReturned: Ratio;
  /** 短时放弃: in K1 as well, said apart because nobody could have answered. */
  shortAbandons: number;
  /** 机器人应答率, of all calls. */
  byRobot: Ratio;
  /** K2: answered within so many seconds, of all who asked and of those answered. */
  within: { seconds: number; ofOffered: Ratio; ofAnswered: Ratio }[];
  /** K4, null where there was none. */
  wait: Spread | null;
  talk: Spread | null;
  writeUp: Spread | null;
  /** K5 放弃率. */
  abandoned: Ratio;
  /** K6 漏接回拨率: rung back in time, of missed calls with a number. */
  returned: Ratio;
  /** K10 话务满意率, of rated calls; beside it how many were rated. */
  content: Ratio;
  rated: Ratio;
  /** K11 服务差错率. */
  errors: Ratio;
}

const shortSeconds = 5;
const withinSeconds = [15, 20, 30] as const;

export interface CallLimits {
  /** 漏接回拨时限. */
  returnMinutes: number;
  outOfOrder: readonly OutOfOrder[];
}

/** 话务指标 K1, K2, K4 to K6, K10, K11 of the calls of a time. */
export function callFigures(calls: readonly CallRow[], limits: CallLimits): CallFigures {
  const asked = calls.filter(({ queuedAt }) => queuedAt !== null);
  const answered = asked.filter(isAnswered);
  const missed = asked.filter((call) => !isAnswered(call));
  const inOrder = asked.filter(({ offeredAt }) => !isIn(offeredAt, limits.outOfOrder));
  const inTime = missed.filter((call) => isReturned(call, limits.returnMinutes));
  const withNumber = missed.filter(({ hasNumber }) => hasNumber);
  const rated = answered.filter(({ rating }) => rating !== null);
  const inspected = answered.filter((call) => call.inspected !== null);
  const ofAsked = (part: readonly CallRow[]) => ratio(part, asked);
  const quick = (seconds: number) => answered.filter((call) => waited(call) <= seconds);
  return {
    answered: ofAsked(answered),
    answeredInOrder: ratio(inOrder.filter(isAnswered), inOrder),
    answeredOrReturned: ofAsked([...answered, ...inTime]),
    shortAbandons: missed.filter((call) => call.isAbandoned && stayed(call) < shortSeconds).length,
    byRobot: ratio(
      calls.filter(({ answeredBy }) => answeredBy === 'robot'),
      calls,
    ),
    within: withinSeconds.map((seconds) => ({
      seconds,
      ofOffered: ofAsked(quick(seconds)),
      ofAnswered: ratio(quick(seconds), answered),
    })),
    wait: spread(answered.map(waited)),
    talk: spread(answered.flatMap(({ answeredAt, endedAt }) => span(answeredAt, endedAt))),
    writeUp: spread(answered.flatMap(({ endedAt, writtenUpAt }) => span(endedAt, writtenUpAt))),
    abandoned: ofAsked(missed.filter(({ isAbandoned }) => isAbandoned)),
    returned: ratio(
      withNumber.filter((call) => isReturned(call, limits.returnMinutes)),
      withNumber,
    ),
    content: ratio(rated.filter(isContent), rated),
    rated: ratio(rated, answered),
    errors: ratio(
      inspected.filter((call) => call.inspected === 'error'),
      inspected,
    ),
  };
}

const isAnswered = ({ answeredBy }: CallRow): boolean => answeredBy === 'person';

const isContent = ({ rating }: CallRow): boolean =>
  rating === 'very-satisfied' || rating === 'satisfied';

const isIn = (at: Date, spans: readonly OutOfOrder[]): boolean =>
  spans.some(({ from, to }) => at >= from && at < to);

/** From asking for a person to their voice: what a menu or robot took before is not waiting in the queue. */
const waited = ({ queuedAt, answeredAt }: CallRow): number => span(queuedAt, answeredAt)[0] ?? 0;

const stayed = ({ queuedAt, endedAt }: CallRow): number => span(queuedAt, endedAt)[0] ?? 0;

function isReturned({ endedAt, returnedAt }: CallRow, minutes: number): boolean {
  const [seconds] = span(endedAt, returnedAt);
  return seconds !== undefined && seconds <= minutes * 60;
}

/** Seconds between; nothing where one end is not known. */
function span(from: Date | null, to: Date | null): number[] {
  return from && to ? [(to.getTime() - from.getTime()) / 1000] : [];
}

const ratio = (part: readonly unknown[], whole: readonly unknown[]): Ratio => ({
  numerator: part.length,
  denominator: whole.length,
});

function spread(seconds: readonly number[]): Spread | null {
  if (seconds.length === 0) return null;
  const sorted = seconds.toSorted((a, b) => a - b);
  return {
    count: sorted.length,
    meanSeconds: sorted.reduce((sum, one) => sum + one, 0) / sorted.length,
    // Nearest rank: a value that was really measured.
    p95Seconds: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0,
  };
}
