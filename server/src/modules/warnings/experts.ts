import type { SeasonModel } from './season-model.ts';
import { isKnown, type Series, sumOf } from './series.ts';

/** Units `from` up to and without `to`, forecast by what is known before `origin`. */
export interface Period {
  readonly origin: number;
  readonly from: number;
  readonly to: number;
}

export const baselineNames = ['naive', 'lastYear', 'ratio'] as const;
export type Baseline = (typeof baselineNames)[number];

/** Days over which the level forgets one half. */
const levelHalfLives = [3, 10, 35, 120];
const recentDays = 28;
const aYear = 364;
/** A few counts of the model's own, so that a handful of appeals does not swing it. */
const prior = 3;

/** 各路预测: every expert's number for a period; those that know too little are left out. */
export function forecastsOf(
  series: Series,
  model: SeasonModel,
  period: Period,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const shape = shapeOver(model, period);
  for (const halfLife of levelHalfLives)
    found.set(`level-${halfLife}`, shape * levelAt(series, model, period.origin, halfLife));
  const level = levelAt(series, model, period.origin, 10);
  const echo = echoOf(series, model, period);
  if (echo !== null) {
    found.set('echo', shape * level * echo);
    found.set('half-echo', shape * level * Math.sqrt(echo));
  }
  for (const [name, value] of Object.entries(baselinesOf(series, period)))
    if (value !== null) found.set(name, value);
  const lastWeek = lastWeekOf(series, period);
  if (lastWeek !== null) found.set('lastWeek', lastWeek);
  return found;
}

function shapeOver(model: SeasonModel, { from, to }: Period): number {
  let sum = 0;
  for (let unit = from; unit < to; unit += 1) sum += model.expected(unit);
  return sum;
}

/** 误差修正: how far what came lately lay above or below the model. */
function levelAt(series: Series, model: SeasonModel, origin: number, halfLife: number): number {
  const fade = 0.5 ** (series.unitDays / halfLife);
  let weight = 1;
  let seen = prior;
  let expected = prior;
  for (let unit = origin - 1; unit >= 0 && weight > 0.02; unit -= 1, weight *= fade) {
    const count = series.counts[unit];
    if (!isKnown(count)) continue;
    const mean = model.expected(unit);
    // One wild day is not a new level.
    seen += weight * Math.min(count, 3 * mean + 5);
    expected += weight * mean;
  }
  return seen / expected;
}

const echoReach = 10;

/** What the same days of last year had besides what the model knows of them. */
function echoOf(series: Series, model: SeasonModel, { origin, from, to }: Period): number | null {
  const year = aYear / series.unitDays;
  const reach = Math.ceil(echoReach / series.unitDays);
  const last = Math.min(to - year + reach, origin);
  let seen = 2 * prior;
  let expected = 2 * prior;
  let units = 0;
  for (let unit = from - year - reach; unit < last; unit += 1) {
    const count = series.counts[unit];
    if (unit < 0 || !isKnown(count)) continue;
    seen += count;
    expected += model.expected(unit);
    units += 1;
  }
  return units > reach ? seen / expected : null;
}

/** 对照: what a clerk with a table would say. Null where the table does not reach. */
export function baselinesOf(
  series: Series,
  { origin, from, to }: Period,
): Record<Baseline, number | null> {
  const length = to - from;
  const year = aYear / series.unitDays;
  const recent = recentDays / series.unitDays;
  const naive = orNull(sumOf(series, origin - length, origin));
  const lastYear = orNull(sumOf(series, from - year, to - year));
  const now = meanOver(series, origin - recent, origin);
  const then = meanOver(series, origin - recent - year, origin - year);
  const ratio = lastYear === null || now === null || !then ? null : (lastYear * now) / then;
  return { naive, lastYear, ratio };
}

function lastWeekOf(series: Series, { origin, from, to }: Period): number | null {
  const week = 7 / series.unitDays;
  const weeks = Math.ceil((to - origin) / week);
  return orNull(sumOf(series, from - weeks * week, to - weeks * week));
}

function meanOver({ counts }: Series, from: number, to: number): number | null {
  const known = counts.slice(Math.max(0, from), Math.max(0, to)).filter(isKnown);
  return from < 0 || known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length;
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
