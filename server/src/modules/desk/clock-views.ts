import type { orders as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { type ClockLine, clockOf, type Limit, type WorkingCalendar } from '../calendar/index.ts';
import { spanWords } from '../dispatch/index.ts';
import { clockText } from './text.ts';

export type ClockView = ReplyOf<typeof contract.clocks>['rows'][number];

export interface ClockParts {
  name: ClockView['name'];
  unitName: string | null;
  startedAt: Date;
  endedAt: Date | null;
  limit: Limit;
  pauses?: readonly { reason: string; from: Date; to: Date | null }[];
  /** The due time in force, where it is not simply what the limit gives: a child's fits in its parent's rest. */
  dueAt?: Date | null;
  /** Where the end alone does not tell: what was signed by rule is late. */
  isMet?: boolean | null;
  limitLabel?: string;
}

interface Reading {
  calendar: WorkingCalendar;
  now: Date;
}

/** 时限时钟 as the page shows it: state, due time, whether it was met, and line by line how it was counted. */
export function clockView(parts: ClockParts, { calendar, now }: Reading): ClockView {
  const { startedAt, endedAt, limit } = parts;
  const reading = clockOf({ startedAt, endedAt, pauses: parts.pauses ?? [], limit, calendar, now });
  const dueAt = reading.state === 'paused' ? reading.dueAt : (parts.dueAt ?? reading.dueAt);
  return {
    name: parts.name,
    unitName: parts.unitName,
    state: reading.state,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    dueAt: dueAt.toISOString(),
    isProvisional: reading.isProvisional,
    isMet: parts.isMet !== undefined ? parts.isMet : metBy(dueAt, { endedAt, now }),
    elapsedMinutes: reading.elapsedMinutes,
    limitLabel: parts.limitLabel ?? spanWords(limit),
    lines: reading.explanation.map(lineView),
  };
}

/** Not ended and out of time is missed already; not ended and in time nobody knows yet. */
function metBy(dueAt: Date, { endedAt, now }: { endedAt: Date | null; now: Date }): boolean | null {
  if (endedAt) return endedAt <= dueAt;
  return now > dueAt ? false : null;
}

const lineView = ({ from, to, kind, minutes, label }: ClockLine): ClockView['lines'][number] => ({
  from: from.toISOString(),
  to: to.toISOString(),
  // 次日起算: the day of dispatch is shown as time that does not count.
  kind: kind === 'dispatch-day' ? 'off-hours' : kind,
  minutes: kind === 'counted' || kind === 'make-up' ? minutes : 0,
  label: kind === 'dispatch-day' ? clockText.dispatchDay : wordsOf(label),
});

const wordsOf = (label: string | null): string =>
  label === null ? '' : (clockText.pauses[label] ?? label);
