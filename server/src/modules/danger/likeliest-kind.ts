import type { Marks } from './marks-in.ts';

/** 险情种类 by what the examples of each have in common. */
export interface KindCounts {
  readonly kinds: readonly { readonly code: string; readonly examples: number }[];
  readonly examples: number;
  /** By mark: how many examples have it, in all and of each kind. */
  readonly having: ReadonlyMap<string, { all: number; of: Map<string, number> }>;
}

export interface OfKind {
  readonly kind: string;
  readonly marks: Marks;
}

export function countKinds(examples: readonly OfKind[]): KindCounts {
  const having = new Map<string, { all: number; of: Map<string, number> }>();
  const sizes = new Map<string, number>();
  for (const { kind, marks } of examples) {
    sizes.set(kind, (sizes.get(kind) ?? 0) + 1);
    for (const mark of marks.keys()) {
      const count = having.get(mark) ?? { all: 0, of: new Map<string, number>() };
      count.all += 1;
      count.of.set(kind, (count.of.get(kind) ?? 0) + 1);
      having.set(mark, count);
    }
  }
  const kinds = [...sizes].map(([code, size]) => ({ code, examples: size }));
  return { kinds, having, examples: examples.length };
}

export function likeliestKind(counts: KindCounts, marks: Marks): string | null {
  let best: { code: string; score: number } | null = null;
  for (const kind of counts.kinds) {
    const score = scoreOf(counts, kind, marks);
    if (best === null || score > best.score) best = { code: kind.code, score };
  }
  return best?.code ?? null;
}

// Found by counting which kind was right on texts the examples were not written from.
const rarity = 1.5;
const commonness = 0.5;

/** How much of what the kind's examples have in common was said, what is rare counting more; kinds told more widely are not preferred. */
function scoreOf(
  { having, examples }: KindCounts,
  kind: KindCounts['kinds'][number],
  marks: Marks,
): number {
  let score = 0;
  for (const [mark, value] of marks) {
    const count = having.get(mark);
    const here = count?.of.get(kind.code) ?? 0;
    if (!count || here === 0) continue;
    score +=
      value * Math.log(examples / count.all) ** rarity * (here / kind.examples) ** commonness;
  }
  return score;
}
