import type { Segment } from './labelled.ts';

export interface SpanScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly count: number;
}

/** 片段F1: a segment counts when its begin, end and kind are all right; over all segments together, and of each kind. */
export function spanScores(
  pairs: readonly { readonly gold: readonly Segment[]; readonly found: readonly Segment[] }[],
): { all: SpanScore; byKind: Map<string, SpanScore> } {
  const counts = new Map<string, { gold: number; found: number; right: number }>();
  const of = (kind: string) => {
    const known = counts.get(kind) ?? { gold: 0, found: 0, right: 0 };
    counts.set(kind, known);
    return known;
  };
  for (const { gold, found } of pairs) {
    const marked = new Set(gold.map(key));
    for (const segment of gold) of(segment.kind).gold += 1;
    for (const segment of found) {
      of(segment.kind).found += 1;
      if (marked.has(key(segment))) of(segment.kind).right += 1;
    }
  }
  const sum = { gold: 0, found: 0, right: 0 };
  for (const { gold, found, right } of counts.values()) {
    sum.gold += gold;
    sum.found += found;
    sum.right += right;
  }
  const byKind = [...counts].toSorted((a, b) => b[1].gold - a[1].gold);
  return {
    all: scoreOf(sum),
    byKind: new Map(byKind.map(([kind, each]) => [kind, scoreOf(each)])),
  };
}

const key = ({ start, end, kind }: Segment): string => `${start} ${end} ${kind}`;

function scoreOf({
  gold,
  found,
  right,
}: {
  gold: number;
  found: number;
  right: number;
}): SpanScore {
  const rate = (part: number, whole: number) => (whole === 0 ? 0 : round(part / whole));
  return {
    precision: rate(right, found),
    recall: rate(right, gold),
    f1: rate(2 * right, gold + found),
    count: gold,
  };
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
