/** How alike two messages are, as log odds: above zero more likely the same real thing than not. */
export type Score = (a: number, b: number) => number;

export interface ScoredPair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** Two groups are compared by so many members of each at most, spread evenly. */
const compared = 16;
const rounds = 4;
/** Of the pairs across two groups the likelier half is asked: one thing is told in more ways than one. */
const askedShare = 0.5;

/**
 * 聚类: groups whose members are, on average, the same thing as all the others: a chain of neighbours that are each a
 * little alike is none. The likest pairs join first; then everybody may move to the group they fit best, or leave.
 */
export function clusterPairs(size: number, pairs: readonly ScoredPair[], score: Score): number[][] {
  const groups = joined(size, pairs, score);
  const near = neighbours(size, pairs);
  for (let round = 0; round < rounds; round += 1) {
    const moved = settle(groups, near, score);
    const merged = mergeNear(groups, pairs, score);
    if (moved + merged === 0) break;
  }
  return [...groups.members.values()].filter((members) => members.length > 1);
}

interface Groups {
  readonly of: Int32Array;
  readonly members: Map<number, number[]>;
}

function joined(size: number, pairs: readonly ScoredPair[], score: Score): Groups {
  const groups: Groups = {
    of: Int32Array.from({ length: size }, (_, at) => at),
    members: new Map(Array.from({ length: size }, (_, at) => [at, [at]])),
  };
  mergeNear(groups, pairs, score);
  return groups;
}

/** Joins the groups of a pair, the likest first, where the groups as wholes are alike. Answers how many it joined. */
function mergeNear(groups: Groups, pairs: readonly ScoredPair[], score: Score): number {
  const refused = new Map<string, number>();
  let count = 0;
  for (const pair of pairs) {
    const [a = 0, b = 0] = [groups.of[pair.a], groups.of[pair.b]];
    if (a === b || pair.score <= 0) continue;
    const [left, right] = [groups.members.get(a) ?? [], groups.members.get(b) ?? []];
    // The same two groups of the same size are not asked again.
    const key = `${a},${b}`;
    if (refused.get(key) === left.length * 1e6 + right.length) continue;
    if (between(left, right, score) <= 0) {
      refused.set(key, left.length * 1e6 + right.length);
      continue;
    }
    const [into, from] = left.length >= right.length ? [a, b] : [b, a];
    const leaving = groups.members.get(from) ?? [];
    for (const one of leaving) groups.of[one] = into;
    groups.members.get(into)?.push(...leaving);
    groups.members.delete(from);
    count += 1;
  }
  return count;
}

/** Moves everybody to the group they are likest to on average; who fits nowhere stands alone. */
function settle(
  { of, members }: Groups,
  near: readonly (readonly number[])[],
  score: Score,
): number {
  let count = 0;
  for (let one = 0; one < of.length; one += 1) {
    const own = of[one] ?? one;
    const choices = new Set([own, ...(near[one] ?? []).map((other) => of[other] ?? other)]);
    let [best, bestScore] = [-1, 0];
    for (const choice of choices) {
      const others = (members.get(choice) ?? []).filter((other) => other !== one);
      if (others.length === 0) continue;
      const mean = between([one], others, score);
      if (mean > bestScore) [best, bestScore] = [choice, mean];
    }
    if (best === own || (best === -1 && (members.get(own)?.length ?? 0) === 1)) continue;
    const left = (members.get(own) ?? []).filter((other) => other !== one);
    const target = best === -1 ? emptyGroup(members, one) : best;
    if (left.length === 0) members.delete(own);
    else members.set(own, left);
    members.set(target, [...(members.get(target) ?? []), one]);
    of[one] = target;
    count += 1;
  }
  return count;
}

/** A group's name is the number of a message, maybe of one that has left it; a new group takes a free one. */
function emptyGroup(members: ReadonlyMap<number, readonly number[]>, from: number): number {
  if (!members.has(from)) return from;
  let name = -2;
  while (members.has(name)) name -= 1;
  return name;
}

function between(left: readonly number[], right: readonly number[], score: Score): number {
  const [few, others] = [spread(left), spread(right)];
  const all = few.flatMap((a) => others.map((b) => score(a, b))).sort((x, y) => y - x);
  const best = all.slice(0, Math.ceil(all.length * askedShare));
  return best.reduce((sum, one) => sum + one, 0) / best.length;
}

function spread(members: readonly number[]): readonly number[] {
  if (members.length <= compared) return members;
  const step = members.length / compared;
  return Array.from({ length: compared }, (_, at) => members[Math.floor(at * step)] ?? 0);
}

/** By the pairs that are likely the same: the groups one may move to are those of these. */
function neighbours(size: number, pairs: readonly ScoredPair[]): number[][] {
  const near: number[][] = Array.from({ length: size }, () => []);
  for (const { a, b, score } of pairs) {
    if (score <= 0) continue;
    near[a]?.push(b);
    near[b]?.push(a);
  }
  return near;
}
