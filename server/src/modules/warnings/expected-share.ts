import { type CountBook, dayHours, everything } from './count-book.ts';
import { type DayTraits, dayOn, springOf } from './day-traits.ts';

/** What a key should hold in a span, by its share of everything that came in: volume, weekday and holiday move all keys alike. */
export interface Expected {
  readonly mean: number;
  readonly variance: number;
}

interface Wish {
  readonly book: CountBook;
  readonly key: string;
  /** The span looked at, in hours; half-open. */
  readonly from: number;
  readonly to: number;
  readonly traits: (on: string) => DayTraits;
}

const recentDays = 28;
const longDays = 180;
const seasonDays = 12;
/** Fewer appeals, or days, than these say nothing about what is usual. */
const fewestBefore = 60;
const fewestDaysBefore = 35;

/** Before this hour nothing is told of a city whose appeals are counted from the first. */
export const tellsFrom = (firstHour: number): number => firstHour + fewestDaysBefore * dayHours;

/** The plainest guess, to leave out at once what is ordinary: the larger of the recent and the long share. */
export function quickMean({ book, key, from, to }: Wish): number | null {
  const before = from - longDays * dayHours;
  const all = book.seen(everything, before, from);
  const begins = book.begins(everything) ?? from;
  if (all < fewestBefore || from < tellsFrom(begins)) return null;
  const long = shareOf(book, key, before, from);
  const recent = shareOf(book, key, from - recentDays * dayHours, from);
  return Math.max(long.share, recent.share) * othersIn(book, key, from, to, long.share);
}

/** 期望带: the most that recent weeks, half a year and the same days of last year would lead one to expect. */
export function expectedIn(wish: Wish): Expected {
  const { book, key, from, to } = wish;
  const long = shareOf(book, key, from - longDays * dayHours, from);
  const recent = shareOf(book, key, from - recentDays * dayHours, from);
  const shares = [long, recent, ...seasons(wish)];
  const most = shares.reduce((a, b) => (b.share > a.share ? b : a));
  const mean =
    Math.max(most.share * partOfDays(wish), 1e-9) * othersIn(book, key, from, to, long.share);
  const chance = varianceOverMean(wish, long.share) * mean;
  const others = book.seen(everything, from, to) - book.seen(key, from, to);
  // The share is known only so well, and drifts a little; few others tell little about the volume.
  const unsure = 1 / most.known + 1 / (others + 1) + 0.12 ** 2;
  return { mean, variance: chance + mean ** 2 * unsure };
}

interface Share {
  readonly share: number;
  /** How many counts it rests on. */
  readonly known: number;
}

function shareOf(book: CountBook, key: string, from: number, to: number): Share {
  const seen = book.seen(key, from, to);
  const all = book.seen(everything, from, to);
  return { share: (seen + 0.5) / (all + 1), known: seen + 0.5 };
}

/** A burst is not measured by the volume it has made itself. */
function othersIn(book: CountBook, key: string, from: number, to: number, share: number): number {
  const others = book.seen(everything, from, to) - book.seen(key, from, to);
  return Math.max(1, others) / (1 - Math.min(0.9, share));
}

/** The same days of the years before, by the sun, and near 春节 by the moon as well. */
function seasons({ book, key, from, to, traits }: Wish): Share[] {
  const day = dayOn(Math.floor(from / dayHours));
  const spring = traits(day).spring;
  const shifts = [1, 2].flatMap((years) => {
    const year = Number(day.slice(0, 4));
    const moon = springOf(String(year)) - springOf(String(year - years));
    return Math.abs(spring) < 40 ? [years * 365, moon] : [years * 365];
  });
  return shifts.flatMap((shift) => {
    const begins = from - (shift + seasonDays) * dayHours;
    if ((book.begins(everything) ?? 0) > begins) return [];
    return [shareOf(book, key, begins, to - (shift - seasonDays) * dayHours)];
  });
}

/** 夜间噪声, 周末停车: how a key leans towards this kind of hour, as far as its counts show it. */
function partOfDays({ book, key, from, to, traits }: Wish): number {
  const begins = from - longDays * dayHours;
  const own = hoursByKind(book, { key, from: begins, to: from, traits });
  const all = kindsOfAll(book, from, traits);
  const share = (sum(own) + 0.5) / (sum(all) + 1);
  const here = hoursByKind(book, { key: everything, from, to, traits });
  let lean = 0;
  for (let kind = 0; kind < hourKinds; kind += 1) {
    const seen = (own[kind] ?? 0) + leanPrior;
    lean += ((here[kind] ?? 0) * seen) / (share * (all[kind] ?? 0) + leanPrior);
  }
  return lean / Math.max(1, sum(here));
}

const leanPrior = 6;
const sum = (counts: Float64Array): number => counts.reduce((a, b) => a + b, 0);

interface Hours {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly traits: (on: string) => DayTraits;
}

function hoursByKind(book: CountBook, { key, from, to, traits }: Hours): Float64Array {
  const counts = new Float64Array(hourKinds);
  book.each(key, from, to, (hour, count) => {
    const kind = kindOfHour(hour, traits);
    counts[kind] = (counts[kind] ?? 0) + count;
  });
  return counts;
}

/** The same for every key looked at on one day, so it is reckoned once. */
const kept = new WeakMap<CountBook, { day: number; counts: Float64Array }>();

function kindsOfAll(book: CountBook, from: number, traits: Hours['traits']): Float64Array {
  const day = Math.floor(from / dayHours);
  const known = kept.get(book);
  if (known?.day === day) return known.counts;
  const to = day * dayHours;
  const counts = hoursByKind(book, { key: everything, from: to - longDays * dayHours, to, traits });
  kept.set(book, { day, counts });
  return counts;
}

/** Night, day and evening of working days, weekends and holidays. */
const hourKinds = 9;

function kindOfHour(hour: number, traits: (on: string) => DayTraits): number {
  const day = Math.floor(hour / dayHours);
  const { kind } = traits(dayOn(day));
  const clock = hour - day * dayHours;
  const part = clock < 6 || clock >= 22 ? 0 : clock < 18 ? 1 : 2;
  const off = kind === 'weekend' ? 1 : kind === 'holiday' ? 2 : 0;
  return 3 * off + part;
}

const mostBlocks = 40;
const usualVariance = 1.25;
const usualKnown = 4;

/** 过离散: how much wilder than chance spans of this length were; the wildest few are left out, they were bursts. */
function varianceOverMean({ book, key, from, to }: Wish, share: number): number {
  const length = to - from;
  const blocks = Math.min(mostBlocks, Math.floor((longDays * dayHours) / length));
  const first = book.begins(everything) ?? from;
  const squares: number[] = [];
  for (let no = 1; no <= blocks && from - no * length >= first; no += 1) {
    const begins = from - no * length;
    const mean = share * book.seen(everything, begins, begins + length);
    if (mean > 0) squares.push((book.seen(key, begins, begins + length) - mean) ** 2 / mean);
  }
  squares.sort((a, b) => a - b);
  const kept = squares.slice(0, Math.ceil(squares.length * 0.95));
  const total = kept.reduce((a, b) => a + b, 0) + usualKnown * usualVariance;
  return Math.max(1, total / (kept.length + usualKnown));
}
