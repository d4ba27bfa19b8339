import type { Reading, Readings } from './readings.ts';
import { cosine, shared } from './sparse.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What two messages have in common or apart, or a message and a group; each from 0 to about 1. */
export const likenessNames = [
  /** Words outside every name. */
  'what',
  /** The rarest words both have: two who say 杠铃 mean one thing, however little else they say. */
  'rare',
  /** The rarest piece both say character by character: a name, or a turn of phrase. */
  'run',
  /** Both say much, and no word is the same. */
  'apart',
  /** How short the shorter one is: few words prove less by agreeing, and less by not agreeing. */
  'short',
  /** The rarest name both call by. */
  'name',
  /** Each calls by names, and none is the same. */
  'otherName',
  /** Matters of the tree: the same. */
  'matter',
  /** Matters of the tree: not even of one branch. */
  'otherMatter',
  /** Areas that do not lie in one another. */
  'otherArea',
  /** Months apart, the first not counted. */
  'months',
  /** To a group: how alike the likelier half of its members are. */
  'near',
  /** To a group: how many tell of it already; a thing known to many is told again. */
  'many',
] as const;
export type Likeness = (typeof likenessNames)[number];
export type Likenesses = Readonly<Record<Likeness, number>>;

/** 相似度: every likeness of two messages. */
export function likenessesOf(a: Reading, b: Reading, readings: Readings): Likenesses {
  const name = sharedName(a, b, readings);
  return {
    what: cosine(a.what, b.what),
    rare: rarestWords(a, b, readings),
    run: rarestRun(a, b, readings),
    apart: apartness(a, cosine(a.what, b.what), b.what.ids.length),
    short: 12 / (12 + Math.min(a.what.ids.length, b.what.ids.length)),
    name,
    otherName: name === 0 && a.names.length > 0 && b.names.length > 0 ? 1 : 0,
    ...mattersOf(a.message.matter, b.message.matter),
    otherArea: areOtherAreas(a, b) ? 1 : 0,
    months: a.message.at && b.message.at ? monthsBetween(a.message.at, b.message.at) : 0,
    near: 0,
    many: 0,
  };
}

/** 1 for a term nobody else has, 0 for one everybody has. */
function rarityOf(id: number, terms: Vocabulary, { all }: Readings): number {
  return 1 - Math.log(terms.frequency(id)) / Math.log(all.length + 1);
}

/** What more than so many have adds nothing. */
const commonRarity = 0.4;
const mostRare = 3;
const longestRun = 1.5;

function rarestWords(a: Reading, b: Reading, readings: Readings): number {
  return shared(a.what, b.what)
    .map((id) => Math.max(0, rarityOf(id, readings.words, readings) - commonRarity))
    .sort((one, other) => other - one)
    .slice(0, mostRare)
    .reduce((sum, one) => sum + one, 0);
}

function rarestRun(a: Reading, b: Reading, readings: Readings): number {
  const both = new Set(shared(a.pairs, b.pairs));
  let [best, run] = [0, 0];
  for (const id of both.size === 0 ? [] : a.sequence) {
    run = both.has(id)
      ? run + Math.max(0, rarityOf(id, readings.pairs, readings) - commonRarity)
      : 0;
    best = Math.max(best, run);
  }
  return Math.min(best, longestRun);
}

export const apartness = (a: Reading, what: number, others: number): number => {
  const said = Math.min(a.what.ids.length, others);
  return what === 0 ? said / (said + 12) : 0;
};

function sharedName(a: Reading, b: Reading, { names, all }: Readings): number {
  const every = Math.log(all.length + 1);
  const rarities = a.names
    .filter((name) => b.names.includes(name))
    .map((name) => 1 - Math.log(names.frequencies[name] ?? 1) / every);
  return Math.max(0, ...rarities);
}

const mattersOf = (a: string | null, b: string | null) => ({
  matter: a !== null && a === b ? 1 : 0,
  otherMatter: a !== null && b !== null && a.slice(0, 2) !== b.slice(0, 2) ? 1 : 0,
});

export function areOtherAreas(a: Reading, b: Reading): boolean {
  if (a.county !== null && b.county !== null && a.county !== b.county) return true;
  const [areaA, areaB] = [a.lineage[0], b.lineage[0]];
  if (areaA === undefined || areaB === undefined) return false;
  return !a.lineage.includes(areaB) && !b.lineage.includes(areaA);
}

const monthMs = 30 * 86_400_000;

export const monthsBetween = (a: Date, b: Date): number =>
  monthsBeyond(Math.abs(a.getTime() - b.getTime()) - monthMs);

/** The span beyond which time speaks against; the third year is hardly more than the second. */
export const monthsBeyond = (ms: number): number => Math.log1p(Math.max(0, ms) / monthMs) / 3;
