import { weekdayOf } from '../../platform/zone.ts';
import { type Counted, fitCounts } from './count-regression.ts';
import { meanTerms, type Terms, termsOf } from './day-terms.ts';
import { type DayOn, type DayTraits, dayOn } from './day-traits.ts';
import { dayOfUnit, isKnown, type Series } from './series.ts';

/** What a unit of the series should hold, by everything known before `origin`. */
export interface SeasonModel {
  readonly origin: number;
  expected(unit: number): number;
}

export type ModelAt = (origin: number) => SeasonModel;

/** Old years still tell holidays and seasons, and less each year. */
const halfLifeDays = 730;
const enoughForSeason = 330;

/** 时节模型, fitted anew every so many days and kept. */
export function modelsOf(
  series: Series,
  traits: (on: DayOn) => DayTraits,
  refitDays: number,
): ModelAt {
  const kept = new Map<number, SeasonModel>();
  const every = Math.ceil(refitDays / series.unitDays);
  // Days are fitted anew on Mondays: a week is then told by everything before it.
  const phase = series.unitDays === 7 ? 0 : 8 - weekdayOf(dayOfUnit(series, 0));
  return (origin) => {
    const at = origin - ((((origin - phase) % every) + every) % every);
    const known = kept.get(at);
    if (known) return known;
    const fitted = fit(series, at, traits);
    kept.set(at, fitted);
    return fitted;
  };
}

function fit(series: Series, origin: number, traits: (on: DayOn) => DayTraits): SeasonModel {
  const { from, unitDays, counts } = series;
  const knownDays = origin * unitDays;
  const harmonics = knownDays < enoughForSeason ? 0 : 2;
  const terms = new Map<number, Terms>();
  const termsAt = (unit: number): Terms => {
    const known = terms.get(unit);
    if (known) return known;
    const days = Array.from({ length: unitDays }, (_, day) =>
      termsOf(traits(dayOn(from + unit * unitDays + day)), { from, harmonics }),
    );
    const made = days.length === 1 && days[0] ? days[0] : meanTerms(days);
    terms.set(unit, made);
    return made;
  };
  const rows: Counted[] = [];
  for (let unit = 0; unit < origin; unit += 1) {
    const count = counts[unit];
    if (!isKnown(count)) continue;
    const age = (origin - unit) * unitDays;
    rows.push({ terms: termsAt(unit), count, weight: 0.5 ** (age / halfLifeDays) });
  }
  const model = fitCounts(rows);
  const expected = new Map<number, number>();
  return {
    origin,
    expected: (unit) => {
      const known = expected.get(unit);
      if (known !== undefined) return known;
      const made = model.expected(termsAt(unit));
      expected.set(unit, made);
      return made;
    },
  };
}
