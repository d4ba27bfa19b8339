import { expect, test } from 'vitest';
import { clusterPairs } from './cluster-pairs.ts';

/** Messages on a line, alike where they stand near: a chain from one end to the other. */
const at = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const alike = (a: number, b: number): number => 2 - Math.abs(a - b);

test('a chain of neighbours is no group: its ends are nothing to each other', () => {
  const pairs = at
    .slice(1)
    .map((b) => ({ a: b - 1, b, score: alike(b - 1, b) }))
    .sort((x, y) => y.score - x.score);
  const groups = clusterPairs(at.length, pairs, alike);
  expect(Math.max(...groups.map((members) => members.length))).toBeLessThan(6);
  const all = groups.flat();
  expect(new Set(all).size).toBe(all.length);
});

test('two things stay two although one message is a little like both', () => {
  const thing = [0, 0, 0, 2, 1, 1, 1];
  const score = (a: number, b: number): number => {
    if (thing[a] === 2 || thing[b] === 2) return 0.4;
    return thing[a] === thing[b] ? 3 : -3;
  };
  const pairs = thing
    .flatMap((_, a) => thing.flatMap((__, b) => (a < b ? [{ a, b, score: score(a, b) }] : [])))
    .sort((x, y) => y.score - x.score);
  const groups = clusterPairs(thing.length, pairs, score).map((members) => members.toSorted());
  expect(groups.some((members) => members.includes(0) && members.includes(6))).toBe(false);
  expect(groups.some((members) => [0, 1, 2].every((one) => members.includes(one)))).toBe(true);
});
