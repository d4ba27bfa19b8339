import { withoutPeople } from '../text/index.ts';
import type { Profile } from './profiles.ts';
import type { Reading, Readings } from './readings.ts';
import { cosineTo } from './sparse.ts';

/** 共同处: a name or a word, and what share of the group has it. */
export interface SharedTerm {
  readonly term: string;
  readonly share: number;
}

export interface ProblemName {
  /** Place or subject, and what happened; never empty. */
  readonly name: string;
  /** The title that stands for the others best, and whose it is. */
  readonly example: string;
  readonly exampleId: string;
  readonly names: readonly SharedTerm[];
  readonly words: readonly SharedTerm[];
}

/** Nothing is shared that it could be called by. */
export const unnamed = '未能命名';

const namesShown = 2;
const wordsShown = 5;
const wordsInName = 3;
const longestExample = 40;

/** 命名: what most of a group call by name, and the words for what happened, in the order people say them. */
export function nameProblem(profile: Profile, readings: Readings): ProblemName {
  const names = sharedNames(profile, readings);
  const central = centralOf(profile, readings);
  const words = sharedWords(profile, names, readings);
  const example = withoutPeople(central.text.title).slice(0, longestExample);
  const said = words
    .slice(0, wordsInName)
    .map(({ term }) => term)
    .sort((a, b) => placeIn(central, a) - placeIn(central, b));
  const name = [...names.map(({ term }) => term), said.join('')].filter(Boolean).join(' ');
  const exampleId = central.message.id;
  return { name: name || example || unnamed, example, exampleId, names, words };
}

function sharedNames({ names: counts, members }: Profile, { names }: Readings): SharedTerm[] {
  const found: SharedTerm[] = [];
  const ranked = [...counts]
    .filter(([, count]) => count >= 2 && count >= 0.3 * members.length)
    .sort((a, b) => b[1] - a[1]);
  for (const [name, count] of ranked) {
    const term = names.spellings[name]?.[0] ?? '';
    const core = names.cores[name] ?? '';
    const isKnown = found.some((other) => other.term.includes(core) || term.includes(other.term));
    if (term !== '' && !isKnown) found.push({ term, share: count / members.length });
  }
  return found.slice(0, namesShown);
}

/** Many of the group have it and few others: both count. Numbers name nothing. */
function sharedWords(
  { what, members }: Profile,
  names: readonly SharedTerm[],
  { words, all }: Readings,
): SharedTerm[] {
  const named = names.map(({ term }) => term).join(' ');
  return [...what.counts]
    .map(([id, count]) => ({ term: words.word(id), count, rest: words.frequency(id) / all.length }))
    .filter(({ term, count }) => count >= 2 && /^\p{L}{2,}$/u.test(term) && !named.includes(term))
    .map(({ term, count, rest }) => ({ term, share: count / members.length, rest }))
    .filter(({ share }) => share >= 0.15)
    .sort((a, b) => b.share * Math.log(b.share / b.rest) - a.share * Math.log(a.share / a.rest))
    .slice(0, wordsShown)
    .map(({ term, share }) => ({ term, share }));
}

function centralOf({ members, what }: Profile, { all }: Readings): Reading {
  const ranked = members
    .flatMap((at) => all[at] ?? [])
    .map((reading) => ({ reading, near: cosineTo(reading.what, what, true) }))
    .sort((a, b) => b.near - a.near);
  const [first] = ranked;
  if (!first) throw new RangeError('a problem without messages');
  return first.reading;
}

function placeIn({ text }: Reading, word: string): number {
  const at = text.said.indexOf(word);
  return at === -1 ? Number.MAX_SAFE_INTEGER : at;
}
