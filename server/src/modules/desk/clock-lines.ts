import type { ClockLine } from '../calendar/index.ts';
import { cityHour } from '../organisation/index.ts';

export interface FoldedLine extends ClockLine {
  /** How many days something was counted on. */
  days: number;
}

export const isCounting = ({ kind }: Pick<ClockLine, 'kind'>): boolean =>
  kind === 'counted' || kind === 'make-up';

/**
 * 逐段说明 as a person reads it: noon and night between two alike pieces are no news, and the shut hours around a day off
 * belong to it. What counts keeps its minutes, so that the lines sum as before.
 */
export function foldedLines(lines: readonly ClockLine[], zone: string): FoldedLine[] {
  const folded: FoldedLine[] = [];
  let shutFrom: Date | null = null;
  for (const [at, line] of lines.entries()) {
    const last = folded.at(-1);
    const next = lines[at + 1];
    if (line.kind === 'off-hours' && last && next && isAlike(last, next)) continue;
    if (line.kind === 'off-hours' && last && isRest(last)) {
      folded[folded.length - 1] = { ...last, to: line.to };
    } else if (line.kind === 'off-hours' && last && next && isRest(next)) {
      shutFrom = line.from;
    } else if (last && isAlike(last, line)) {
      folded[folded.length - 1] = joined(last, line, zone);
    } else {
      folded.push({ ...line, from: shutFrom ?? line.from, days: isCounting(line) ? 1 : 0 });
      shutFrom = null;
    }
  }
  return folded;
}

const isRest = ({ kind }: ClockLine): boolean => kind === 'weekend' || kind === 'holiday';

const isAlike = (a: ClockLine, b: ClockLine): boolean => a.kind === b.kind && a.label === b.label;

function joined(a: FoldedLine, b: ClockLine, zone: string): FoldedLine {
  const isNewDay = cityHour(a.to, zone).on !== cityHour(b.from, zone).on;
  const days = isCounting(a) && isNewDay ? a.days + 1 : a.days;
  return { ...a, to: b.to, minutes: a.minutes + b.minutes, days };
}
