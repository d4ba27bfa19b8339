import type { Likenesses } from './likenesses.ts';
import { likenessNames } from './likenesses.ts';

/** 判同规则: a weight for each likeness; their sum is the log odds that two messages mean one thing. */
export interface PairRule {
  readonly bias: number;
  readonly weights: Likenesses;
}

export function logOdds(rule: PairRule, likenesses: Likenesses): number {
  let sum = rule.bias;
  for (const name of likenessNames) sum += rule.weights[name] * likenesses[name];
  return sum;
}

export interface JudgedPair {
  readonly likenesses: Likenesses;
  readonly isSame: boolean;
}

interface Fitting {
  /** The rule to start from, and to stay near where few have judged. */
  readonly from: PairRule;
  /** How firmly it is held there: the larger, the more judgements it takes to move a weight. */
  readonly inertia: number;
}

const steps = 12;

/** 学习判同规则: moves the weights towards what people judged; logistic regression held to where it began. */
export function fitRule(judged: readonly JudgedPair[], { from, inertia }: Fitting): PairRule {
  const start = vectorOf(from);
  const rows = judged.map(({ likenesses, isSame }) => ({
    values: [1, ...likenessNames.map((name) => likenesses[name])],
    target: isSame ? 1 : 0,
  }));
  let weights: number[] = start;
  for (let step = 0; step < steps; step += 1) {
    const slope = weights.map((weight, at) => inertia * (weight - (start[at] ?? 0)));
    const curve = weights.map((_, at) => weights.map((__, other) => (at === other ? inertia : 0)));
    for (const { values, target } of rows) addRow({ slope, curve }, values, target, weights);
    weights = shorter(weights, solve(curve, slope), (tried) => lossOf(rows, tried, start, inertia));
  }
  return ruleOf(weights);
}

/** Newton's step, halved until it leads downhill: far from the goal the whole step may overshoot. */
function shorter(
  weights: readonly number[],
  move: readonly number[],
  loss: (weights: readonly number[]) => number,
): number[] {
  const before = loss(weights);
  for (let share = 1; share > 0.001; share /= 2) {
    const tried = weights.map((weight, at) => weight - share * (move[at] ?? 0));
    if (loss(tried) <= before) return tried;
  }
  return [...weights];
}

interface Row {
  readonly values: readonly number[];
  readonly target: number;
}

function lossOf(
  rows: readonly Row[],
  weights: readonly number[],
  start: readonly number[],
  inertia: number,
): number {
  let loss = 0;
  weights.forEach((weight, at) => {
    loss += (inertia / 2) * (weight - (start[at] ?? 0)) ** 2;
  });
  for (const { values, target } of rows) {
    const sum = dot(values, weights);
    const wrong = target === 1 ? -sum : sum;
    loss += wrong > 0 ? wrong + Math.log1p(Math.exp(-wrong)) : Math.log1p(Math.exp(wrong));
  }
  return loss;
}

const dot = (values: readonly number[], weights: readonly number[]): number =>
  values.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0);

interface Sums {
  readonly slope: number[];
  readonly curve: number[][];
}

function addRow(
  { slope, curve }: Sums,
  values: readonly number[],
  target: number,
  weights: readonly number[],
): void {
  const chance = 1 / (1 + Math.exp(-dot(values, weights)));
  const doubt = chance * (1 - chance);
  values.forEach((value, at) => {
    if (value === 0) return;
    slope[at] = (slope[at] ?? 0) + (chance - target) * value;
    const row = curve[at] ?? [];
    values.forEach((other, beside) => {
      row[beside] = (row[beside] ?? 0) + doubt * value * other;
    });
  });
}

/** Gauss with pivots; the matrix is small and, by the inertia, never singular. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (let at = 0; at < rows.length; at += 1) {
    const best = rows.findIndex(
      (row, no) => no >= at && Math.abs(row[at] ?? 0) === largest(rows, at),
    );
    [rows[at], rows[best]] = [rows[best] ?? [], rows[at] ?? []];
    const pivot = rows[at]?.[at] ?? 1;
    rows.forEach((row, no) => {
      if (no === at) return;
      const share = (row[at] ?? 0) / pivot;
      if (share !== 0)
        rows[no] = row.map((value, column) => value - share * (rows[at]?.[column] ?? 0));
    });
  }
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}

const largest = (rows: readonly (readonly number[])[], at: number): number =>
  Math.max(...rows.slice(at).map((row) => Math.abs(row[at] ?? 0)));

const vectorOf = ({ bias, weights }: PairRule): number[] => [
  bias,
  ...likenessNames.map((name) => weights[name]),
];

function ruleOf([bias = 0, ...rest]: readonly number[]): PairRule {
  const weight = (name: (typeof likenessNames)[number]) => rest[likenessNames.indexOf(name)] ?? 0;
  return {
    bias,
    weights: {
      what: weight('what'),
      rare: weight('rare'),
      run: weight('run'),
      apart: weight('apart'),
      short: weight('short'),
      name: weight('name'),
      otherName: weight('otherName'),
      matter: weight('matter'),
      otherMatter: weight('otherMatter'),
      otherArea: weight('otherArea'),
      months: weight('months'),
      near: weight('near'),
      many: weight('many'),
    },
  };
}
