import { dayHours, everything, newCountBook } from './count-book.ts';
import { type DayTraits, dayOn } from './day-traits.ts';
import { decide, type Happening } from './decide.ts';
import { gather } from './gather.ts';
import { type Series, seriesOf } from './series.ts';
import { standingOut } from './standing-out.ts';
import { dayWindows, hourWindows, type Stirring, stirringsAt } from './stirrings.ts';
import { volumeStirrings } from './volume.ts';

/** One appeal as the walk needs it. */
export interface Told {
  /** The city's hours since 1970. */
  readonly hour: number;
  readonly ref: string;
  /** What it is counted under besides its words: `matter:010102`, `place:350602`. */
  readonly keys: readonly string[];
  readonly words: readonly string[];
}

export interface Alarm {
  readonly id: string;
  /** The hour that had ended when it was raised. */
  readonly at: number;
  /** The strongest first. */
  readonly stirrings: readonly Stirring[];
  readonly since: number;
  readonly words: readonly string[];
  readonly refs: readonly string[];
  /** Grows while the event goes on. */
  readonly happening: Happening;
}

interface Wish {
  /** Ascending by hour. */
  readonly appeals: readonly Told[];
  readonly traits: (on: string) => DayTraits;
  /** Whether the hours mean something; else only days are looked at. */
  readonly hasHours: boolean;
  /** Whether words are watched like matters and places. */
  readonly watchesWords: boolean;
  tellProgress(day: number): void;
}

const shownRefs = 12;

/** 回放: walks through years of appeals as they came in, and raises what would have been raised then. */
export function walkBursts(wish: Wish): Alarm[] {
  const { appeals, hasHours } = wish;
  const walk = {
    ...wish,
    book: newCountBook(),
    postings: new Map<string, number[]>(),
    happenings: [],
  };
  const volume = volumeStirrings(seriesOfHours(appeals), wish.traits);
  const alarms: Alarm[] = [];
  const day = (hour: number) => Math.floor(hour / dayHours);
  let active = new Set<string>();
  let looks = 1;
  for (let from = 0; from < appeals.length; ) {
    const hour = appeals[from]?.hour ?? 0;
    let to = from;
    const now = new Set<string>();
    for (; to < appeals.length && appeals[to]?.hour === hour; to += 1)
      for (const key of note(walk, to)) now.add(key);
    for (const key of now) active.add(key);
    if (hasHours)
      alarms.push(
        ...look(walk, {
          at: hour + 1,
          keys: now,
          windows: hourWindows,
          looks: 4 * looks,
          all: null,
        }),
      );
    const next = appeals[to];
    if (next === undefined || day(next.hour) > day(hour)) {
      const at = (day(hour) + 1) * dayHours;
      const all = volume.get(day(hour)) ?? null;
      alarms.push(...look(walk, { at, keys: active, windows: dayWindows, looks, all }));
      looks = 0.9 * looks + 0.1 * active.size * (hasHours ? 6 : 2);
      active = new Set();
      wish.tellProgress(day(hour));
    }
    from = to;
  }
  return alarms;
}

interface Walk extends Wish {
  readonly book: ReturnType<typeof newCountBook>;
  /** Where each key's appeals stand in the list. */
  readonly postings: Map<string, number[]>;
  readonly happenings: Happening[];
}

function note({ appeals, book, postings, watchesWords }: Walk, no: number): string[] {
  const appeal = appeals[no];
  if (!appeal) return [];
  book.add(everything, appeal.hour, 1);
  const words = watchesWords ? appeal.words.map((word) => `word:${word}`) : [];
  const keys = [...new Set([...appeal.keys, ...words])];
  noteAt(postings, everything, no);
  for (const key of keys) {
    book.add(key, appeal.hour, 1);
    noteAt(postings, key, no);
  }
  return keys;
}

function noteAt(postings: Map<string, number[]>, key: string, no: number): void {
  const known = postings.get(key);
  if (known) known.push(no);
  else postings.set(key, [no]);
}

interface Look {
  readonly at: number;
  readonly keys: ReadonlySet<string>;
  readonly windows: readonly number[];
  readonly looks: number;
  /** Of everything together, where that alone stands out. */
  readonly all: Stirring | null;
}

function look(walk: Walk, { at, keys, windows, looks, all }: Look): Alarm[] {
  const { book, traits, happenings } = walk;
  const stirrings = stirringsAt({ book, traits, at, windows, keys, looks });
  if (all !== null && !isExplained(all, stirrings)) stirrings.unshift(all);
  if (stirrings.length === 0) return [];
  const numbers = new Map(stirrings.map((stirring) => [stirring, within(walk, stirring)]));
  const gathered = gather(
    stirrings,
    // Everything shares appeals with all others, and gathers none of them.
    (stirring) => new Set(stirring.key === everything ? [] : numbers.get(stirring)?.map(String)),
  );
  const newId = () => String(happenings.length + 1);
  return decide({ at, gathered, happenings, newId }).flatMap(({ happening, gathered, isTold }) => {
    if (!isTold) return [];
    const [lead] = gathered.stirrings;
    const own = (lead && numbers.get(lead))?.toReversed() ?? [];
    const appeals = own.flatMap((no) => walk.appeals[no] ?? []);
    const alarm: Alarm = {
      id: happening.id,
      at,
      stirrings: gathered.stirrings,
      since: appeals[0]?.hour ?? at,
      words: standingOut(
        appeals.map(({ words }) => words),
        usualIn(walk, at),
      ),
      refs: appeals.slice(0, shownRefs).map(({ ref }) => ref),
      happening,
    };
    return [alarm];
  });
}

function within({ postings, appeals }: Walk, { key, from, to }: Stirring): number[] {
  const all = postings.get(key) ?? [];
  const found: number[] = [];
  for (let at = all.length - 1; at >= 0; at -= 1) {
    const no = all[at] ?? 0;
    const hour = appeals[no]?.hour ?? 0;
    if (hour < from) break;
    if (hour < to) found.push(no);
  }
  return found;
}

/** 总量 says nothing new where one thing already says where the many come from. */
export function isExplained(all: Stirring, others: readonly Stirring[]): boolean {
  const excess = ({ seen, expected }: Stirring) => seen - expected;
  return others.some((other) => excess(other) >= explaining * excess(all));
}

const explaining = 0.4;

const seriesOfHours = (appeals: readonly Told[]): Series =>
  seriesOf(appeals.map(({ hour }) => ({ on: dayOn(Math.floor(hour / dayHours)), count: 1 })));

const usualDays = 90;

function usualIn({ book, watchesWords }: Walk, at: number): (word: string) => number {
  const from = at - usualDays * dayHours;
  const all = book.seen(everything, from, at);
  return (word) =>
    watchesWords ? (100 * book.seen(`word:${word}`, from, at)) / Math.max(1, all) : 0;
}
