import type { DayOn, Over } from '../warnings/index.ts';

/** A day ended, what was expected of it one step ahead, and what came. */
type Behind = Pick<Over['behind'][number], 'on' | 'expected' | 'seen'>;

/** Days on which one kind of signal was in force at the county. */
export interface SignalDays {
  readonly about: string;
  readonly days: ReadonlySet<DayOn>;
}

export interface Effect {
  readonly about: string;
  readonly days: number;
  readonly seen: number;
  readonly expected: number;
  /** 1 where too little is known. */
  readonly factor: number;
}

/** Fewer days, or fewer appeals expected of them, say nothing. */
const fewestDays = 3;
const leastExpected = 5;
/** As if so many more appeals had come as expected: a few wild days do not multiply a forecast. */
const calm = 10;

/**
 * 外部信息的影响, measured and not believed: what days with such a signal brought against what was expected of them a day
 * before, drawn towards nothing as long as little is known.
 */
export function signalEffects(behind: readonly Behind[], signals: readonly SignalDays[]): Effect[] {
  return signals.map(({ about, days }) => {
    const met = behind.filter(({ on, seen }) => days.has(on) && !Number.isNaN(seen));
    const seen = met.reduce((sum, day) => sum + day.seen, 0);
    const expected = met.reduce((sum, day) => sum + day.expected, 0);
    const isEnough = met.length >= fewestDays && expected >= leastExpected;
    const factor = isEnough ? (seen + calm) / (expected + calm) : 1;
    return { about, days: met.length, seen, expected: rounded(expected), factor: rounded(factor) };
  });
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
