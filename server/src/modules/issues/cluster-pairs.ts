import { spread } from './spread.ts';

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
 * little alike is none. The likest pairs join first; then everybody may move to the group they fit best, or leave. Only
 * what has changed is asked again, so that the work goes with the pairs and not with the groups.
 */
export function clusterPairs(
  size: number,
  pairs: readonly ScoredPair[],
  score: Score,
): (readonly number[])[] {
  const likely = pairs.filter((pair) => pair.score > 0);
  const groups = groupsOfOne(size);
  mergeNear(groups, likely, score);
  const near = neighbours(size, likely);
  for (let round = 0; round < rounds; round += 1) {
    const moved = settle(groups, near, score);
    const merged = mergeNear(groups, likely, score);
    if (moved + merged === 0) break;
  }
  return [...groups.members.values()].filter((members) => members.length > 1);
}

interface Groups {
  readonly of: Int32Array;
  readonly members: Map<number, readonly number[]>;
  /** A new group takes the next name. */
  nextName: number;
  /** Counts on with every change, and when each group changed last. */
  changes: number;
  readonly changedAt: Map<number, number>;
  /** When each message was last asked where it belongs. */
  readonly askedAt: Int32Array;
  /** Two groups that were not alike, and when that was said. */
  readonly refused: Map<number, number>;
}

function groupsOfOne(size: number): Groups {
  return {
    of: Int32Array.from({ length: size }, (_, at) => at),
    members: new Map(Array.from({ length: size }, (_, at) => [at, [at]])),
    nextName: size,
    changes: 1,
    changedAt: new Map(),
    askedAt: new Int32Array(size),
    refused: new Map(),
  };
}

function put(groups: Groups, name: number, members: readonly number[]): void {
  groups.changes += 1;
  groups.changedAt.set(name, groups.changes);
  if (members.length === 0) groups.members.delete(name);
  else groups.members.set(name, members);
}

const hasChanged = ({ changedAt }: Groups, name: number, since: number): boolean =>
  (changedAt.get(name) ?? 0) > since;

const mostNames = 2 ** 26;

/** Joins the groups of a pair, the likest first, where the groups as wholes are alike. Answers how many it joined. */
function mergeNear(groups: Groups, pairs: readonly ScoredPair[], score: Score): number {
  let count = 0;
  for (const pair of pairs) {
    const [a = 0, b = 0] = [groups.of[pair.a], groups.of[pair.b]];
    if (a === b) continue;
    const key = Math.min(a, b) * mostNames + Math.max(a, b);
    const refusedAt = groups.refused.get(key) ?? -1;
    if (refusedAt >= 0 && !hasChanged(groups, a, refusedAt) && !hasChanged(groups, b, refusedAt))
      continue;
    const [left, right] = [groups.members.get(a) ?? [], groups.members.get(b) ?? []];
    if (between(left, right, score) <= 0) {
      groups.refused.set(key, groups.changes);
      continue;
    }
    const [into, from] = left.length >= right.length ? [a, b] : [b, a];
    const leaving = groups.members.get(from) ?? [];
    for (const one of leaving) groups.of[one] = into;
    put(groups, into, [...(groups.members.get(into) ?? []), ...leaving]);
    put(groups, from, []);
    count += 1;
  }
  return count;
}

/** Moves everybody to the group they are likest to on average; who fits nowhere stands alone. */
function settle(groups: Groups, near: readonly (readonly number[])[], score: Score): number {
  let count = 0;
  for (let one = 0; one < groups.of.length; one += 1) {
    const own = groups.of[one] ?? one;
    const choices = new Set([own, ...(near[one] ?? []).map((other) => groups.of[other] ?? other)]);
    const since = groups.askedAt[one] ?? 0;
    if (![...choices].some((choice) => hasChanged(groups, choice, since))) continue;
    const best = bestFor(one, choices, groups, score);
    groups.askedAt[one] = groups.changes;
    if (best === own) continue;
    move(groups, one, best);
    count += 1;
  }
  return count;
}

/** The group it is likest to; where it is like none, its own if it is alone there, or else a new one. */
function bestFor(one: number, choices: ReadonlySet<number>, groups: Groups, score: Score): number {
  const own = groups.of[one] ?? one;
  let [best, bestScore] = [-1, 0];
  for (const choice of choices) {
    const members = groups.members.get(choice) ?? [];
    const others = choice === own ? members.filter((other) => other !== one) : members;
    if (others.length === 0) continue;
    const mean = between([one], others, score);
    if (mean > bestScore) [best, bestScore] = [choice, mean];
  }
  if (best !== -1) return best;
  return groups.members.get(own)?.length === 1 ? own : groups.nextName;
}

function move(groups: Groups, one: number, target: number): void {
  const own = groups.of[one] ?? one;
  const left = (groups.members.get(own) ?? []).filter((other) => other !== one);
  if (target === groups.nextName) groups.nextName += 1;
  put(groups, own, left);
  put(groups, target, [...(groups.members.get(target) ?? []), one]);
  groups.of[one] = target;
}

/** For the scores across two groups. */
const scores = new Float64Array(compared * compared);

function between(left: readonly number[], right: readonly number[], score: Score): number {
  const [few, others] = [spread(left, compared), spread(right, compared)];
  let count = 0;
  for (const a of few)
    for (const b of others) {
      scores[count] = score(a, b);
      count += 1;
    }
  const sorted = scores.subarray(0, count).sort();
  const asked = Math.ceil(count * askedShare);
  let sum = 0;
  for (let at = count - asked; at < count; at += 1) sum += sorted[at] ?? 0;
  return sum / asked;
}

/** The groups one may move to are those of these. */
function neighbours(size: number, pairs: readonly ScoredPair[]): number[][] {
  const near: number[][] = Array.from({ length: size }, () => []);
  for (const { a, b } of pairs) {
    near[a]?.push(b);
    near[b]?.push(a);
  }
  return near;
}
