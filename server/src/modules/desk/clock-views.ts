import type { orders as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { clockOf, type Limit, type WorkingCalendar } from '../calendar/index.ts';
import { spanWords } from '../dispatch/index.ts';
import { limitVersionOf, ownRow } from '../matters/index.ts';
import { cityHour } from '../organisation/index.ts';
import { type FoldedLine, foldedLines, isCounting } from './clock-lines.ts';
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
  /** The due time before anything paused. */
  originalDueAt?: Date | null;
  /** Passed down: its limit fits in the rest of the unit above. */
  isChild?: boolean;
  /** 时限依据, as the duty keeps it. */
  version?: string;
}

interface Reading {
  calendar: WorkingCalendar;
  now: Date;
  zone: string;
}

/** 时限时钟 as the page shows it: state, due time, whether it was met, and line by line how it was counted. */
export function clockView(parts: ClockParts, { calendar, now, zone }: Reading): ClockView {
  const { startedAt, endedAt, limit } = parts;
  const reading = clockOf({ startedAt, endedAt, pauses: parts.pauses ?? [], limit, calendar, now });
  const dueAt = reading.state === 'paused' ? reading.dueAt : (parts.dueAt ?? reading.dueAt);
  const countsOfficeHours = limit.kind !== 'natural-minutes';
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
    limitMinutes: parts.limitLabel === clockText.none ? null : reading.limitMinutes,
    countsOfficeHours,
    limitLabel: parts.limitLabel ?? spanWords(limit),
    dueNote: dueNoteOf(parts, reading.dueAt, zone),
    rule: ruleOf(parts, zone),
    lines: foldedLines(reading.explanation, zone).map((line) =>
      lineView(line, { startedAt, countsOfficeHours, zone }),
    ),
  };
}

/** Not ended and out of time is missed already; not ended and in time nobody knows yet. */
function metBy(dueAt: Date, { endedAt, now }: { endedAt: Date | null; now: Date }): boolean | null {
  if (endedAt) return endedAt <= dueAt;
  return now > dueAt ? false : null;
}

/** 顺延 by a pause, 延期 by a decision, or cut to what the unit above has left. */
function dueNoteOf(
  { originalDueAt = null, dueAt = null, isChild = false, pauses = [] }: ClockParts,
  byLimit: Date,
  zone: string,
): string {
  if (originalDueAt && dueAt && dueAt > originalDueAt) {
    const { on, time } = cityHour(originalDueAt, zone);
    const original = `${on} ${time}`;
    return pauses.length > 0 ? clockText.shifted(original) : clockText.extended(original);
  }
  return isChild && dueAt && dueAt < byLimit ? clockText.cutByParent : clockText.none;
}

function ruleOf({ version, startedAt }: ClockParts, zone: string): ClockView['rule'] {
  const kept = version === undefined ? null : limitVersionOf(version);
  if (!kept) return null;
  const row = kept.row === ownRow ? null : kept.row;
  return { ...kept, row, on: cityHour(startedAt, zone).on };
}

interface LineOf {
  startedAt: Date;
  countsOfficeHours: boolean;
  zone: string;
}

const lineView = (line: FoldedLine, about: LineOf): ClockView['lines'][number] => ({
  from: line.from.toISOString(),
  to: line.to.toISOString(),
  kind: line.kind,
  minutes: isCounting(line) ? line.minutes : 0,
  label: labelOf(line, about),
});

function labelOf({ kind, from, label, days }: FoldedLine, about: LineOf): string {
  const { startedAt, countsOfficeHours, zone } = about;
  // 次日起算; what left after office hours or on a day off counts as sent on the next working day (domain 2.4).
  if (kind === 'dispatch-day')
    return cityHour(startedAt, zone).on === cityHour(from, zone).on
      ? clockText.dispatchDay
      : clockText.dispatchedLate;
  if (kind === 'counted')
    return countsOfficeHours ? clockText.workingDays(days) : clockText.everyHour;
  return label === null ? '' : (clockText.pauses[label] ?? label);
}
