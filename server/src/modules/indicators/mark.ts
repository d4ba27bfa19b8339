import type { FigureKey, LeftOutCode } from '@minsheng/contract/words/indicators.ts';
import type { Limit, WorkingCalendar } from '../calendar/index.ts';

export interface Holder {
  readonly unit: string;
  readonly path: string;
}

/** 计入: one thing that stands below the line of a figure, and whether it stands above it. */
export interface Mark {
  readonly figure: FigureKey;
  /** By which instant it falls into a period. */
  readonly at: Date;
  readonly holder: Holder | null;
  readonly isMet: boolean;
  /** Before anything is taken out: what the raw value counts. */
  readonly isMetRaw: boolean;
  readonly leftOut: LeftOutCode | null;
  /** False: the events do not say. */
  readonly isKnown: boolean;
  readonly isCounted: boolean;
  /** Not due before (X12); afterwards not done in time. */
  readonly waitsUntil: Date | null;
  readonly amount: number | null;
}

/** What the city's rules say beside the events. */
export interface Rules {
  readonly zone: string;
  readonly calendar: WorkingCalendar;
  /** 派单时限 by urgency. */
  readonly dispatchLimit: (urgency: string) => Limit;
}

type Said = Pick<Mark, 'figure' | 'at' | 'isMet'> & Partial<Mark>;

export const mark = (said: Said): Mark => ({
  holder: null,
  isMetRaw: said.isMet,
  leftOut: null,
  isKnown: true,
  isCounted: true,
  waitsUntil: null,
  amount: null,
  ...said,
});

/** It belongs here, but the events do not say whether it is met: it lowers the coverage and nothing else. */
export const unknown = (figure: FigureKey, at: Date, holder: Holder | null): Mark =>
  mark({ figure, at, holder, isMet: false, isKnown: false, isCounted: false });

export const isBy = (at: Date | null, due: Date): boolean => at !== null && at <= due;

export function earliest(...instants: readonly (Date | null)[]): Date | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : new Date(Math.min(...known.map((at) => at.getTime())));
}
