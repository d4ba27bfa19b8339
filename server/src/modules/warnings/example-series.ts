import { type DayOn, type DayTraits, dayNo, dayOn } from './day-traits.ts';

/** 例序列: invented days of invented cities, with the mean each day was drawn from. */
export interface Example {
  readonly name: string;
  readonly rows: readonly { on: DayOn; count: number; mean: number }[];
}

interface Shape {
  readonly name: string;
  readonly mean: number;
  readonly growthAYear: number;
  /** How far the day before carries over, and how wild days are, in logarithms. */
  readonly carried: number;
  readonly wildness: number;
  readonly weekend: number;
  readonly holiday: number;
  readonly season: (partOfYear: number, on: DayOn) => number;
  readonly event?: (no: number) => number;
}

const winter = (part: number) => (part > 0.83 || part < 0.24 ? 1.1 : 0);

export const shapes: readonly Shape[] = [
  {
    name: 'prefecture',
    mean: 400,
    growthAYear: 0.18,
    carried: 0.7,
    wildness: 0.05,
    weekend: -0.35,
    holiday: -0.6,
    season: (part) => 0.15 * Math.cos(2 * Math.PI * (part - 0.55)),
  },
  {
    name: 'county',
    mean: 14,
    growthAYear: 0.1,
    carried: 0.6,
    wildness: 0.12,
    weekend: -0.5,
    holiday: -0.9,
    season: (part) => 0.25 * Math.sin(2 * Math.PI * (part - 0.3)),
  },
  {
    name: 'village',
    mean: 1.4,
    growthAYear: 0,
    carried: 0.5,
    wildness: 0.3,
    weekend: -0.2,
    holiday: -0.2,
    season: (part) => 0.3 * Math.sin(2 * Math.PI * part),
  },
  {
    name: 'metropolis',
    mean: 3000,
    growthAYear: 0.1,
    carried: 0.93,
    wildness: 0.05,
    weekend: -0.25,
    holiday: -0.4,
    season: (part) => 0.1 * Math.sin(2 * Math.PI * (part - 0.2)),
    event: (no) => (no > 600 ? 0.35 : 0) + (no > 1050 ? -0.2 : 0),
  },
  {
    name: 'heating',
    mean: 120,
    growthAYear: 0.08,
    carried: 0.75,
    wildness: 0.1,
    weekend: -0.1,
    holiday: -0.25,
    season: winter,
  },
  {
    name: 'growing',
    mean: 60,
    growthAYear: 0.6,
    carried: 0.6,
    wildness: 0.06,
    weekend: -0.4,
    holiday: -0.5,
    season: (part) => 0.1 * Math.sin(4 * Math.PI * part),
  },
  {
    name: 'wave',
    mean: 250,
    growthAYear: 0.05,
    carried: 0.7,
    wildness: 0.06,
    weekend: -0.3,
    holiday: -0.5,
    season: (part) => 0.12 * Math.sin(2 * Math.PI * part),
    event: (no) => 0.9 * Math.exp(-(((no - 780) / 18) ** 2)),
  },
];

interface Wish {
  readonly shape: Shape;
  readonly seed: number;
  readonly from: DayOn;
  readonly days: number;
  readonly traits: (on: DayOn) => DayTraits;
}

export function exampleSeries({ shape, seed, from, days, traits }: Wish): Example {
  const chance = chanceOf(seed);
  let drift = 0;
  const rows = Array.from({ length: days }, (_, no) => {
    const on = dayOn(dayNo(from) + no);
    drift = shape.carried * drift + shape.wildness * normal(chance);
    const mean = Math.exp(logMean(shape, on, no, traits(on)) + drift);
    return { on, count: poisson(mean * gamma(40, chance), chance), mean };
  });
  return { name: shape.name, rows };
}

function logMean(shape: Shape, on: DayOn, no: number, day: DayTraits): number {
  const { mean, growthAYear, weekend, holiday, season, event } = shape;
  const part = (dayNo(on) % 365.2425) / 365.2425;
  const spring =
    day.spring >= -6 && day.spring <= 9 ? holiday * (1 - Math.abs(day.spring - 1) / 10) : 0;
  return (
    Math.log(mean) +
    (growthAYear * no) / 365 +
    (day.kind === 'weekend' ? weekend : 0) +
    (day.kind === 'holiday' ? holiday : 0) +
    (day.isAfter ? 0.12 : 0) +
    spring +
    season(part, on) +
    (event?.(no) ?? 0)
  );
}

/** Numbers between 0 and 1 that are the same each time (mulberry). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function normal(chance: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** Around 1, the narrower the larger `shape`. */
function gamma(shape: number, chance: () => number): number {
  return Math.max(0.01, 1 + normal(chance) / Math.sqrt(shape));
}

export function poisson(mean: number, chance: () => number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(chance)));
  let count = 0;
  for (let left = Math.exp(-mean), product = chance(); product > left; product *= chance())
    count += 1;
  return count;
}
