import type { Marks } from './marks-in.ts';

/** 险情种类 by what the examples of each have in common. */
export interface KindCounts {
  readonly kinds: readonly string[];
  /** By mark: how much it speaks for each kind whose examples have it; the kind by its place among `kinds`. */
  readonly weights: ReadonlyMap<string, readonly KindWeight[]>;
}

interface KindWeight {
  readonly at: number;
  readonly weight: number;
}

export interface OfKind {
  readonly kind: string;
  readonly marks: Marks;
}

// Found by counting which kind was right on texts the examples were not written from.
const rarity = 1.5;
const commonness = 0.5;

/** What is rare among all examples counts more, and so does what many of a kind have; kinds told more widely are not preferred. */
export function countKinds(examples: readonly OfKind[]): KindCounts {
  const sizes = new Map<string, number>();
  const having = new Map<string, Map<string, number>>();
  for (const { kind, marks } of examples) {
    sizes.set(kind, (sizes.get(kind) ?? 0) + 1);
    for (const mark of marks.keys()) {
      const of = having.get(mark) ?? new Map<string, number>();
      having.set(mark, of.set(kind, (of.get(kind) ?? 0) + 1));
    }
  }
  const kinds = [...sizes.keys()];
  const weightsOf = (of: ReadonlyMap<string, number>): KindWeight[] => {
    const all = [...of.values()].reduce((sum, count) => sum + count, 0);
    const rare = Math.log(examples.length / all) ** rarity;
    return [...of].map(([kind, here]) => ({
      at: kinds.indexOf(kind),
      weight: rare * (here / (sizes.get(kind) ?? here)) ** commonness,
    }));
  };
  return { kinds, weights: new Map([...having].map(([mark, of]) => [mark, weightsOf(of)])) };
}

/** The kind most of whose marks were said; null where no kind has examples. */
export function likeliestKind({ kinds, weights }: KindCounts, marks: Marks): string | null {
  const scores = new Float64Array(kinds.length);
  for (const [mark, value] of marks)
    for (const { at, weight } of weights.get(mark) ?? [])
      scores[at] = (scores[at] ?? 0) + value * weight;
  return kinds[scores.indexOf(Math.max(...scores))] ?? null;
}
