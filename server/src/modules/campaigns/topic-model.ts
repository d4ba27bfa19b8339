import { bigramsOf, wordsOf } from '../text/index.ts';

/** One appeal as the machine reads it: what it says, each word once. */
export interface Reading {
  readonly id: string;
  readonly marks: ReadonlySet<string>;
}

export interface TopicSigns {
  readonly terms: readonly string[];
  /** What persons said belongs to the topic, and what does not. */
  readonly belongs: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
}

/** 读词: words and pairs of characters, because people write the same name in many ways. */
export const marksOf = (text: string): ReadonlySet<string> =>
  new Set([...wordsOf(text), ...bigramsOf(text)]);

/** Rounds in which what was found teaches what is found next. */
const rounds = 3;
const strongest = 3.5;
/** What persons said weighs more than what the machine only supposes. */
const saidWeight = 4;
const leastSeen = 2;

/**
 * 与专题相近程度, 0 to 100, of every appeal: begins with those that say the topic's words, learns how they speak, and looks
 * again. From 50 on the machine proposes it.
 */
export function closenessOf(readings: readonly Reading[], signs: TopicSigns): Map<string, number> {
  let like = new Set(
    [...saying(readings, signs.terms), ...signs.belongs].filter((id) => !signs.others.has(id)),
  );
  let scores = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    if (like.size === 0) return new Map();
    scores = scoresOf(readings, weightsOf(readings, like, signs));
    const bar = barOf(scores, like, signs);
    like = new Set(
      [...scores]
        .flatMap(([id, score]) => (score >= bar || signs.belongs.has(id) ? [id] : []))
        .filter((id) => !signs.others.has(id)),
    );
    if (round === rounds - 1)
      return new Map([...scores].map(([id, score]) => [id, shown(score - bar)]));
  }
  return scores;
}

/** How fast closeness leaves the fifty of the bar. */
const slope = 6;
const shown = (above: number): number => Math.round(100 / (1 + Math.exp(-slope * above)));

/** 说到主题词: two of them, or one that few people use; where that is nobody, the one that the fewest use. */
function saying(readings: readonly Reading[], terms: readonly string[]): string[] {
  const parts = terms.map((term) => [...marksOf(term)]);
  const says = (marks: ReadonlySet<string>, term: readonly string[]): boolean =>
    term.length > 0 && term.every((mark) => marks.has(mark));
  const many = parts.map((term) => readings.filter(({ marks }) => says(marks, term)).length);
  const telling = (rare: number): string[] =>
    readings.flatMap(({ id, marks }) => {
      const said = parts.flatMap((term, at) => (says(marks, term) ? [many[at] ?? 0] : []));
      return said.length > 1 || said.some((count) => count <= rare) ? [id] : [];
    });
  const few = telling(readings.length / 50);
  return few.length > 0 ? few : telling(Math.min(...many.filter((count) => count > 0)));
}

function weightsOf(
  readings: readonly Reading[],
  like: ReadonlySet<string>,
  { belongs, others }: TopicSigns,
): Map<string, number> {
  const seen = new Map<string, { inside: number; outside: number; times: number }>();
  let [inside, outside] = [0, 0];
  for (const { id, marks } of readings) {
    const isLike = like.has(id);
    const weight = belongs.has(id) || others.has(id) ? saidWeight : 1;
    if (isLike) inside += weight;
    else outside += weight;
    for (const mark of marks) {
      const one = seen.get(mark) ?? { inside: 0, outside: 0, times: 0 };
      if (isLike) one.inside += weight;
      else one.outside += weight;
      one.times += 1;
      seen.set(mark, one);
    }
  }
  const ratio = (count: number, all: number): number => Math.log((count + 0.5) / (all + 1));
  return new Map(
    [...seen].flatMap(([mark, one]) => {
      if (one.times < leastSeen) return [];
      const weight = ratio(one.inside, inside) - ratio(one.outside, outside);
      return [[mark, Math.max(-strongest, Math.min(strongest, weight))]];
    }),
  );
}

/** So many marks that say nothing are added to each: of three words a mean alone says too much. */
const blank = 10;

/** The mean of what speaks for it and against it, so that a long appeal is no nearer than a short one. */
function scoresOf(
  readings: readonly Reading[],
  weights: ReadonlyMap<string, number>,
): Map<string, number> {
  return new Map(
    readings.map(({ id, marks }) => {
      const own = [...marks].flatMap((mark) => weights.get(mark) ?? []);
      const total = own.reduce((sum, weight) => sum + weight, 0);
      return [id, total / (own.length + blank)];
    }),
  );
}

/** Of what is not like the topic, so much lies below the one it is held against: what is merely usual says nothing of what is near. */
const nearest = 0.9;
/** Of what persons accepted, the lower quarter counts as well. */
const accepted = 0.25;

/**
 * 门槛 half way between what is like the topic and what comes near it without being it. Held against what is usual instead, it
 * sank with every round, and neighbours of the topic came in. What persons put aside is near by nature: it teaches the words, and
 * does not raise the bar for those beside it.
 */
function barOf(
  scores: ReadonlyMap<string, number>,
  like: ReadonlySet<string>,
  { belongs }: TopicSigns,
): number {
  const at = (share: number, ids: Iterable<string>): number => {
    const own = [...ids].flatMap((id) => scores.get(id) ?? []).toSorted((a, b) => a - b);
    return own[Math.floor(own.length * share)] ?? 0;
  };
  const inside = belongs.size > 0 ? at(accepted, belongs) : at(0.5, like);
  const unlike = [...scores.keys()].filter((id) => !like.has(id));
  return (inside + at(nearest, unlike)) / 2;
}
