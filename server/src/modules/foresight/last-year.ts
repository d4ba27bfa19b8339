import { dayAfter } from '../../platform/zone.ts';
import { type DayOn, type DayTraits, dayNo, type Series } from '../warnings/index.ts';

/** 52 weeks: the same weekday. */
const yearDays = 364;
/** How far a holiday of the moon moves from one year to the next, at most. */
const mostMoved = 40;

export interface LastYear {
  readonly fromOn: DayOn;
  readonly untilOn: DayOn;
  readonly feast: string | null;
  readonly seen: number;
}

/**
 * 去年同期, by the day of the holiday where the period holds one (M3-2), otherwise by the weekday. Null: nobody counted
 * then.
 */
export function lastYearOf(
  series: Pick<Series, 'from' | 'counts'>,
  traits: (on: DayOn) => DayTraits,
  { fromOn, untilOn }: { fromOn: DayOn; untilOn: DayOn },
): LastYear | null {
  const length = dayNo(untilOn) - dayNo(fromOn) + 1;
  const days = Array.from({ length }, (_, no) => dayAfter(fromOn, no));
  const feastOn = days.find((on) => traits(on).feast !== null);
  const moved = feastOn === undefined ? null : sameFeast(traits, feastOn);
  const back = moved ?? yearDays;
  const [from, until] = [dayAfter(fromOn, -back), dayAfter(untilOn, -back)];
  const first = dayNo(from) - series.from;
  if (first < 0) return null;
  const seen = series.counts.slice(first, first + length).reduce((sum, count) => sum + count, 0);
  const feast = moved === null || feastOn === undefined ? null : traits(feastOn).feast;
  return Number.isNaN(seen) ? null : { fromOn: from, untilOn: until, feast, seen };
}

/** By how many days the same day of the same holiday lies behind. */
function sameFeast(traits: (on: DayOn) => DayTraits, on: DayOn): number | null {
  const { feast, feastDay } = traits(on);
  for (let more = 0; more <= mostMoved; more += 1)
    for (const back of [yearDays - more, yearDays + more]) {
      const then = traits(dayAfter(on, -back));
      if (then.feast === feast && then.feastDay === feastDay) return back;
    }
  return null;
}
