import type { Reading, Readings } from './readings.ts';
import { cosine, shared } from './sparse.ts';

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
  const what = cosine(a.what, b.what);
  return {
    what,
    rare: rarestWords(a, b, readings),
    run: rarestRun(a, b, readings),
    apart: apartness(a, what, b.what.ids.length),
    short: 12 / (12 + Math.min(a.what.ids.length, b.what.ids.length)),
    name,
    otherName: name === 0 && a.names.length > 0 && b.names.length > 0 ? 1 : 0,
    matter: sameMatter(a.message.matter, b.message.matter) ? 1 : 0,
    otherMatter: otherBranch(a.message.matter, b.message.matter) ? 1 : 0,
    otherArea: areOtherAreas(a, b) ? 1 : 0,
    months: a.message.at && b.message.at ? monthsBetween(a.message.at, b.message.at) : 0,
    near: 0,
    many: 0,
  };
}

/** What more than so many have adds nothing. */
const commonRarity = 0.4;
const mostRare = 3;
const longestRun = 1.5;

const beyondCommon = (rarity: number | undefined): number =>
  Math.max(0, (rarity ?? 0) - commonRarity);

function rarestWords(a: Reading, b: Reading, { rarity }: Readings): number {
  const both = shared(a.what, b.what);
  if (both.length <= mostRare)
    return both.reduce((sum, id) => sum + beyondCommon(rarity.words[id]), 0);
  const rarest = both.map((id) => beyondCommon(rarity.words[id])).sort((one, other) => other - one);
  return rarest.slice(0, mostRare).reduce((sum, one) => sum + one, 0);
}

function rarestRun(a: Reading, b: Reading, { rarity, slate }: Readings): number {
  slate.mark(b.pairs.ids);
  let [best, run] = [0, 0];
  for (const id of a.sequence) {
    run = slate.has(id) ? run + beyondCommon(rarity.pairs[id]) : 0;
    if (run > best) best = run;
  }
  return Math.min(best, longestRun);
}

export const apartness = (a: Reading, what: number, others: number): number => {
  const said = Math.min(a.what.ids.length, others);
  return what === 0 ? said / (said + 12) : 0;
};

function sharedName(a: Reading, b: Reading, { rarity }: Readings): number {
  let rarest = 0;
  for (const name of a.names)
    if (b.names.includes(name)) rarest = Math.max(rarest, rarity.names[name] ?? 0);
  return rarest;
}

const sameMatter = (a: string | null, b: string | null): boolean => a !== null && a === b;

/** The first two digits are the branch. */
const otherBranch = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && !a.startsWith(b.slice(0, 2));

export function areOtherAreas(a: Reading, b: Reading): boolean {
  if (a.county !== null && b.county !== null && a.county !== b.county) return true;
  const [areaA, areaB] = [a.lineage[0], b.lineage[0]];
  if (areaA === undefined || areaB === undefined) return false;
  return !a.lineage.includes(areaB) && !b.lineage.includes(areaA);
}

const monthMs = 30 * 86_400_000;

const monthsBetween = (a: Date, b: Date): number =>
  monthsBeyond(Math.abs(a.getTime() - b.getTime()) - monthMs);

/** The span beyond which time speaks against; the third year is hardly more than the second. */
export const monthsBeyond = (ms: number): number => Math.log1p(Math.max(0, ms) / monthMs) / 3;
