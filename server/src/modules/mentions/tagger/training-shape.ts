import type { Cut } from './best-cut.ts';
import type { Labelled } from './labelled.ts';
import { nameSigns, type Shape } from './model.ts';
import type { Endings, Signs } from './signs.ts';

/** What is not marked are segments of one token of kind 0. */
export function cutsOf({ tokens, segments }: Labelled, kinds: readonly string[]): Cut[] {
  const cuts: Cut[] = [];
  let at = 0;
  const fill = (end: number): void => {
    for (; at < end; at += 1) cuts.push({ start: at, end: at + 1, kind: 0 });
  };
  for (const { start, end, kind } of segments) {
    fill(start);
    cuts.push({ start, end, kind: Math.max(0, kinds.indexOf(kind)) });
    at = end;
  }
  fill(tokens.length);
  return cuts;
}

const mostEndings = 60;

export function endingsOf(texts: readonly Labelled[]): Endings {
  const counts = new Map<string, number>();
  for (const { tokens, segments } of texts) {
    for (const { end } of segments) {
      const last = tokens[end - 1];
      if (last !== undefined && !/\d/.test(last)) counts.set(last, (counts.get(last) ?? 0) + 1);
    }
  }
  const most = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, mostEndings);
  return { rank: new Map(most.map(([token], rank) => [token, rank])) };
}

export interface Read {
  readonly text: Labelled;
  readonly signs: Signs;
  readonly cuts: readonly Cut[];
}

export function shapeOf(kinds: readonly string[], read: readonly Read[]): Shape {
  const longest = new Int32Array(kinds.length).fill(1);
  const names = new Map<string, Map<number, number>>();
  for (const { text, cuts } of read) {
    for (const { start, end, kind } of cuts) {
      if (kind === 0) continue;
      longest[kind] = Math.max(longest[kind] ?? 1, end - start);
      const name = text.tokens.slice(start, end).join('');
      const known = names.get(name) ?? new Map<number, number>();
      known.set(kind, (known.get(kind) ?? 0) + 1);
      names.set(name, known);
    }
  }
  const tokenSigns = frequent(read.flatMap(({ signs }) => signs.atToken));
  const stretchSigns = frequent(
    read.flatMap(({ text, signs, cuts }) =>
      cuts.map((cut) => [
        ...signs.within(cut.start, cut.end),
        ...nameSigns({ names }, text.tokens.slice(cut.start, cut.end).join(''), cut),
      ]),
    ),
  );
  return { kinds, longest, names, tokenSigns, stretchSigns };
}

/** Numbers for what is seen twice; what is seen once tells nothing of another text. */
function frequent(seen: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const signs of seen) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const kept = new Map<string, number>();
  for (const [sign, count] of counts) if (count >= 2) kept.set(sign, kept.size);
  return kept;
}
