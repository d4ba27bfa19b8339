import type { Gazetteer } from '../mentions/index.ts';
import { halfWidth } from '../text/index.ts';
import { homesIn } from './homes.ts';
import { knownPeopleIn } from './known-people.ts';
import { namesIn } from './names.ts';
import { numbersIn } from './numbers.ts';
import {
  type KnownPeople,
  type PersonalKind,
  placeholder,
  placeholders,
  type Redacted,
  type Removal,
} from './personal.ts';

export interface RedactOptions {
  readonly known?: KnownPeople;
  /** Names of places the city knows: 苏峰山 is nobody, unless the words before say so. */
  readonly places?: Gazetteer;
}

const nobody: KnownPeople = { names: [], phones: [] };
const chunk = 1500;
/** What a removal lays bare is looked at again; two looks settle nearly every text. */
const mostLooks = 6;

/** 脱敏: the text without what names a person or leads to one, and what was taken. The same again changes nothing. */
export function redact(text: string, options: RedactOptions): Redacted {
  let removals: Removal[] = [];
  const read: Looked = new Map();
  for (let look = 0; look < mostLooks; look += 1) {
    const more = personalIn(withoutRemovals(text, removals), options, read);
    if (more.length === 0) break;
    removals = united(text, [...removals, ...inOriginal(more, removals)]);
  }
  return { text: withoutRemovals(text, removals), removals };
}

/** 应用: puts a placeholder in the place of every removal; a person may have kept some of them or added others. */
export function withoutRemovals(text: string, removals: readonly Removal[]): string {
  let made = '';
  let at = 0;
  for (const { kind, start, end } of removals.toSorted((a, b) => a.start - b.start)) {
    made += text.slice(at, start) + placeholders[kind];
    at = end;
  }
  return made + text.slice(at);
}

export function countsOf(removals: readonly Removal[]): Record<PersonalKind, number> {
  const counts = {
    name: 0,
    phone: 0,
    identity: 0,
    plate: 0,
    home: 0,
    account: 0,
    mail: 0,
    messenger: 0,
    number: 0,
  };
  for (const { kind } of removals) counts[kind] += 1;
  return counts;
}

/** What a piece was found to hold: most pieces do not change from look to look. */
type Looked = Map<string, readonly Removal[]>;

function personalIn(text: string, options: RedactOptions, read: Looked): Removal[] {
  // Readers see a mark that is no letter, so that no name or number runs across what is gone.
  const seen = halfWidth(
    text.replace(placeholder, (gone) =>
      (gone === placeholders.home ? '\ue001' : '\ue000').repeat(gone.length),
    ),
  );
  return pieces(seen)
    .flatMap(({ piece, from }) => {
      const found = read.get(piece) ?? foundIn(piece, options);
      read.set(piece, found);
      return found.map(({ kind, start, end }) => ({ kind, start: start + from, end: end + from }));
    })
    .filter(({ start, end }) => end > start && !/[\ue000\ue001]/.test(seen.slice(start, end)));
}

function foundIn(piece: string, { known = nobody, places }: RedactOptions): Removal[] {
  return [
    ...knownPeopleIn(piece, known),
    ...numbersIn(piece),
    ...homesIn(piece),
    ...namesIn(piece, places),
  ];
}

/** Long texts are read sentence by sentence, so that a wall of anything costs what it is long. */
function pieces(text: string): { piece: string; from: number }[] {
  const found: { piece: string; from: number }[] = [];
  for (let from = 0; from < text.length; ) {
    const window = text.slice(from, from + chunk);
    const stop =
      from + chunk >= text.length
        ? window.length
        : Math.max(
            ...['。', '\n', '!', '!', '?', ';', ' '].map((mark) => window.lastIndexOf(mark)),
          ) + 1;
    const size = stop > chunk / 2 || from + chunk >= text.length ? stop : window.length;
    found.push({ piece: window.slice(0, size), from });
    from += Math.max(1, size);
  }
  return found;
}

/** One removal where several overlap; what is surest of its kind names it. */
function united(text: string, removals: readonly Removal[]): Removal[] {
  const sorted = removals.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const made: Removal[] = [];
  for (const removal of sorted) {
    const last = made.at(-1);
    if (last === undefined || removal.start >= last.end) {
      made.push(removal);
      continue;
    }
    made[made.length - 1] = {
      kind: last.end - last.start >= removal.end - removal.start ? last.kind : removal.kind,
      start: last.start,
      end: Math.min(text.length, Math.max(last.end, removal.end)),
    };
  }
  return made;
}

/** Places in the shortened text as places in the one before. */
function inOriginal(found: readonly Removal[], removals: readonly Removal[]): Removal[] {
  const shifts: { from: number; by: number }[] = [];
  let by = 0;
  for (const { kind, start, end } of removals) {
    shifts.push({ from: start + by, by });
    by += placeholders[kind].length - (end - start);
    shifts.push({ from: start + by + (end - start), by });
  }
  const back = (position: number): number => position - (lastBefore(shifts, position)?.by ?? 0);
  return found.map(({ kind, start, end }) => ({ kind, start: back(start), end: back(end) }));
}

function lastBefore<T extends { from: number }>(sorted: readonly T[], position: number): T | null {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.from ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1] ?? null;
}
