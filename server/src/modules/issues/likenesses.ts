import type { Reading, Readings } from './readings.ts';
import { cosine, shared } from './sparse.ts';

/** What two messages have in common or apart; each from 0 to 1. */
export const likenessNames = [
  /** Words and pairs of characters of the titles. */
  'title',
  /** Words of title and detail outside every name. */
  'what',
  /** The rarest words both have: two who say 杠铃 mean one thing, however little else they say. */
  'rare',
  /** How short the shorter one is: few words prove less by agreeing, and less by not agreeing. */
  'short',
  /** The rarest name both call by. */
  'name',
  /** The same name and the same happening: one without the other is little. */
  'nameAndWhat',
  /** The same name, yet nothing of what happened is the same. */
  'nameAlone',
  /** The same happening, yet each is called by another name. */
  'otherName',
  /** Matters of the tree: the same. */
  'matter',
  /** Matters of the tree: not even of one branch. */
  'otherMatter',
  /** Counties that are not the same. */
  'otherArea',
  /** Months apart. */
  'months',
  /** How many tell of it already: a thing known to many is told again. */
  'many',
] as const;
export type Likeness = (typeof likenessNames)[number];
export type Likenesses = Readonly<Record<Likeness, number>>;

/** 相似度: every likeness of two messages. */
export function likenessesOf(a: Reading, b: Reading, readings: Readings): Likenesses {
  const name = sharedName(a, b, readings)?.rarity ?? 0;
  const what = cosine(a.what, b.what);
  return {
    title: cosine(a.title, b.title),
    what,
    rare: rarest(shared(a.words, b.words).map((id) => rarityOf(id, readings))),
    short: shortness(a, b.words.ids.length),
    ...namedTogether(name, Math.max(what, cosine(a.matter, b.matter))),
    otherName: name === 0 && a.titleNames.length > 0 && b.titleNames.length > 0 ? 1 : 0,
    ...mattersOf(a.message.matter, b.message.matter),
    otherArea: a.county !== null && b.county !== null && a.county !== b.county ? 1 : 0,
    months: monthsApart(a.message.at, b.message.at),
    many: 0,
  };
}

/** 1 for a word nobody else has, 0 for one everybody has. */
export function rarityOf(id: number, { words, all }: Readings): number {
  return 1 - Math.log(words.frequency(id)) / Math.log(all.length + 1);
}

const commonRarity = 0.4;
const mostRare = 3;

/** The three rarest together; a word that many have adds nothing. */
export function rarest(rarities: readonly number[]): number {
  return rarities
    .map((rarity) => Math.max(0, rarity - commonRarity))
    .sort((a, b) => b - a)
    .slice(0, mostRare)
    .reduce((sum, one) => sum + one, 0);
}

export const shortness = (a: Reading, other: number): number =>
  12 / (12 + Math.min(a.words.ids.length, other));

/** What a shared name is worth with what happened, and how far it stands alone. */
export function namedTogether(
  name: number,
  likeness: number,
): Pick<Likenesses, 'name' | 'nameAndWhat' | 'nameAlone'> {
  const happening = Math.sqrt(likeness);
  return {
    name,
    nameAndWhat: name * happening,
    nameAlone: name > 0 ? Math.max(0, 1 - 2 * happening) : 0,
  };
}

/** 共有专名: the rarest name both have; in a detail it may only have been passed by. */
export function sharedName(
  a: Reading,
  b: Reading,
  { names, all }: Readings,
): { name: number; rarity: number } | null {
  let best: { name: number; rarity: number } | null = null;
  const every = Math.log(all.length + 1);
  for (const [namesA, sureA] of [[a.titleNames, 1] as const, [a.detailNames, 0.7] as const]) {
    for (const name of namesA) {
      const sureB = b.titleNames.includes(name) ? 1 : b.detailNames.includes(name) ? 0.7 : 0;
      if (sureB === 0) continue;
      const rarity = 1 - Math.log(names.frequencies[name] ?? 1) / every;
      const sure = rarity * sureA * sureB;
      if (best === null || sure > best.rarity) best = { name, rarity: sure };
    }
  }
  return best;
}

const mattersOf = (a: string | null, b: string | null) => ({
  matter: a !== null && a === b ? 1 : 0,
  otherMatter: a !== null && b !== null && a.slice(0, 2) !== b.slice(0, 2) ? 1 : 0,
});

const monthMs = 30 * 86_400_000;

/** 0 for the same day, a third for a month, near 1 for years. */
function monthsApart(a: Date | null, b: Date | null): number {
  if (!a || !b) return 0;
  const months = Math.abs(a.getTime() - b.getTime()) / monthMs;
  return months / (months + 2);
}
