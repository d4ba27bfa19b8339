import { expect, test } from 'vitest';
import { fitRule, type JudgedPair, logOdds } from './fit-rule.ts';
import type { Likenesses } from './likenesses.ts';
import { pairRule } from './same-thing-rules.ts';

const nothing: Likenesses = {
  what: 0,
  rare: 0,
  run: 0,
  apart: 0,
  short: 0,
  name: 0,
  otherName: 0,
  matter: 0,
  otherMatter: 0,
  otherArea: 0,
  months: 0,
  near: 0,
  many: 0,
};
const judged = (share: Partial<Likenesses>, isSame: boolean): JudgedPair => ({
  likenesses: { ...nothing, ...share },
  isSame,
});
const blank = { bias: 0, weights: nothing };

test('what people judge the same moves the rule towards what those pairs share', () => {
  const pairs = [0.1, 0.2, 0.3, 0.4].flatMap((step) => [
    judged({ name: 0.5 + step, what: step }, true),
    judged({ what: 0.5 + step, otherName: 1 }, false),
  ]);
  const rule = fitRule(pairs, { from: blank, inertia: 0.1 });
  expect(rule.weights.name).toBeGreaterThan(0);
  expect(rule.weights.otherName).toBeLessThan(0);
  for (const { likenesses, isSame } of pairs) expect(logOdds(rule, likenesses) > 0).toBe(isSame);
});

test('a few judgements hardly move a rule that is held firmly, and none move nothing', () => {
  const few = [judged({ name: 1 }, false)];
  const rule = fitRule(few, { from: pairRule, inertia: 1000 });
  expect(rule.weights.name).toBeCloseTo(pairRule.weights.name, 1);
  expect(fitRule([], { from: pairRule, inertia: 1 })).toEqual(pairRule);
});

test('pairs that a line parts cleanly give finite weights', () => {
  const pairs = [judged({ name: 1 }, true), judged({}, false)];
  const { bias, weights } = fitRule(pairs, { from: blank, inertia: 0.01 });
  for (const value of [bias, ...Object.values(weights)]) expect(Number.isFinite(value)).toBe(true);
});
