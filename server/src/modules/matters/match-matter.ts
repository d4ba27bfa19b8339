import { spells, syllablesOf } from './syllables.ts';

export interface MatterWords {
  readonly code: string;
  readonly l1: string;
  readonly l2: string;
  readonly leaf: string;
  /** What people call it: keywords of knowledge, everyday words. */
  readonly alsoCalled: readonly string[];
}

export interface MatterMatch {
  readonly code: string;
  /** 0 to 1; to rank by, not to show. */
  readonly score: number;
}

/** 事项检索: built once from the leaves of a city. */
export interface MatterIndex {
  match(typed: string, atMost: number): MatterMatch[];
}

interface Name {
  readonly text: string;
  readonly weight: number;
  readonly syllables: readonly string[];
  readonly pairs: ReadonlySet<string>;
}

interface Entry {
  readonly code: string;
  readonly names: readonly Name[];
}

const tokens = /\p{Script=Han}+|[a-z]+|\d+/gu;
// An unknown pair of characters says that the person has more to tell, not that the matter is wrong.
const unknownPairWeight = 0.3;

export function matterIndex(leaves: readonly MatterWords[]): MatterIndex {
  const entries = leaves.map(entryOf);
  const rarity = rarityOf(entries);
  return {
    match(typed, atMost) {
      const asked = plain(typed).match(tokens) ?? [];
      if (asked.length === 0) return [];
      const scored = entries.map(({ code, names }) => ({
        code,
        scores: asked.map((token) =>
          Math.max(codeScore(token, code), nameScore(token, names, rarity)),
        ),
      }));
      const whole = scored.filter(({ scores }) => scores.every((score) => score > 0));
      // Only when no matter has every word may some words be missing.
      const found =
        whole.length > 0 ? whole : scored.filter(({ scores }) => scores.some((score) => score > 0));
      return found
        .map(({ code, scores }) => ({ code, score: mean(scores) }))
        .toSorted((a, b) => b.score - a.score || Number(a.code) - Number(b.code))
        .slice(0, atMost);
    },
  };
}

function entryOf({ code, l1, l2, leaf, alsoCalled }: MatterWords): Entry {
  const called = alsoCalled.map((text) => nameOf(text, 0.9));
  return { code, names: [nameOf(leaf, 1), ...called, nameOf(l2, 0.5), nameOf(l1, 0.3)] };
}

function nameOf(name: string, weight: number): Name {
  const text = plain(name);
  return { text, weight, syllables: syllablesOf(text), pairs: new Set(pairsOf(text)) };
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function codeScore(token: string, code: string): number {
  if (!/^\d{2,}$/.test(token) || !code.startsWith(token)) return 0;
  return token === code ? 1 : 0.9;
}

function nameScore(
  token: string,
  names: readonly Name[],
  rarity: ReadonlyMap<string, number>,
): number {
  return Math.max(...names.map((name) => name.weight * scoreIn(token, name, rarity)));
}

function scoreIn(token: string, name: Name, rarity: ReadonlyMap<string, number>): number {
  const literal = literalScore(token, name.text);
  if (literal > 0) return literal;
  if (/^[a-z]/.test(token)) return 0.9 * spells(token, name.syllables);
  return 0.6 * sharedPairs(token, name, rarity);
}

function literalScore(token: string, text: string): number {
  if (text === token) return 1;
  if (text.startsWith(token)) return 0.95;
  if (text.includes(token)) return token.length > 1 ? 0.9 : 0.5;
  return token.length > 1 && !/^[a-z0-9]/.test(token) && hasInOrder(text, token) ? 0.7 : 0;
}

/** 井盖破损 lies in 井盖缺失破损. */
function hasInOrder(text: string, token: string): boolean {
  let from = 0;
  for (const character of token) {
    const at = text.indexOf(character, from);
    if (at < 0) return false;
    from = at + character.length;
  }
  return true;
}

/** Share of the pairs of characters two texts have in common, rare pairs counting more. */
function sharedPairs(token: string, name: Name, rarity: ReadonlyMap<string, number>): number {
  let shared = 0;
  let all = 0;
  for (const pair of pairsOf(token)) {
    const weight = rarity.get(pair) ?? unknownPairWeight;
    all += weight;
    if (name.pairs.has(pair)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}

function pairsOf(text: string): string[] {
  const characters = Array.from(text);
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

/** A pair that stands in every matter tells nothing; one that stands in a single one tells most. */
function rarityOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  for (const { names } of entries) {
    for (const pair of new Set(names.flatMap(({ pairs }) => [...pairs]))) {
      seen.set(pair, (seen.get(pair) ?? 0) + 1);
    }
  }
  const most = Math.log(1 + entries.length);
  return new Map(
    [...seen].map(([pair, times]) => [pair, Math.log(1 + entries.length / times) / most]),
  );
}

function mean(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
