import type { Stirring } from './stirrings.ts';

/** 一件事: stirrings of one moment that speak of mostly the same appeals. */
export interface Gathered {
  /** The strongest first. */
  readonly stirrings: readonly Stirring[];
  /** What the strongest counted. */
  readonly appeals: ReadonlySet<string>;
  /** What any of them counted. */
  readonly around: ReadonlySet<string>;
}

const shared = 0.5;

/** 归并: the street, the matter and the words of one event are one alarm. `appealsOf` names what a stirring counted. */
export function gather(
  stirrings: readonly Stirring[],
  appealsOf: (stirring: Stirring) => ReadonlySet<string>,
): Gathered[] {
  const found: { stirrings: Stirring[]; appeals: ReadonlySet<string>; around: Set<string> }[] = [];
  for (const stirring of stirrings.toSorted((a, b) => b.strength - a.strength)) {
    const appeals = appealsOf(stirring);
    const same = found.find((other) => overlap(other.around, appeals) >= shared);
    if (same) {
      same.stirrings.push(stirring);
      for (const appeal of appeals) same.around.add(appeal);
    } else found.push({ stirrings: [stirring], appeals, around: new Set(appeals) });
  }
  return found;
}

/** How much of the smaller lies in the larger. */
export function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let both = 0;
  for (const appeal of small) if (large.has(appeal)) both += 1;
  return both / small.size;
}
