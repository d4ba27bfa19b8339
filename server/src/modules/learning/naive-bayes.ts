import { addLabels, type LabelWeights, letWeigh, noWeights, scoreInto } from './label-weights.ts';
import type { Row } from './vocabulary.ts';

/**
 * 朴素贝叶斯: how likely each feature is in the messages of a label. Nothing is fitted, so it reads best where a few
 * hundred messages have been decided and planes still lie anywhere; later it errs differently from them.
 */
export interface Bayes {
  /** In logarithms, above what a feature that never stood beside the label gets. */
  readonly weights: LabelWeights;
  /** By label: what such a feature gets. */
  never: Float64Array;
}

/** As if every feature had stood beside every label this often. */
const smoothing = 0.1;

export function trainBayes(
  rows: readonly Row[],
  labels: Uint16Array,
  sizes: { features: number; labels: number },
): Bayes {
  const weights = noWeights(sizes.features, sizes.labels);
  const totals = new Float64Array(sizes.labels).fill(smoothing * Math.max(1, sizes.features));
  rows.forEach((row, index) => {
    const label = labels[index] ?? 0;
    letWeigh(weights, row, label);
    for (const feature of row.at) {
      const pair = pairOf(weights, feature, label);
      weights.values[pair] = (weights.values[pair] ?? 0) + 1;
    }
    totals[label] = (totals[label] ?? 0) + row.at.length;
  });
  for (let pair = 0; pair < weights.used; pair += 1)
    weights.values[pair] = Math.log1p((weights.values[pair] ?? 0) / smoothing);
  return { weights, never: totals.map(neverOf) };
}

/** One decided message more; a label or a word nobody met before joins the counts. */
export function learnBayes(bayes: Bayes, row: Row, label: number): void {
  const { weights } = bayes;
  if (label >= weights.biases.length) {
    const never = new Float64Array(label + 1).fill(neverOf(smoothing * weights.features));
    never.set(bayes.never);
    bayes.never = never;
    addLabels(weights, label + 1);
  }
  letWeigh(weights, row, label);
  for (const feature of row.at) {
    const pair = pairOf(weights, feature, label);
    weights.values[pair] = Math.log(Math.exp(weights.values[pair] ?? 0) + 1 / smoothing);
  }
  const total = smoothing / Math.exp(bayes.never[label] ?? 0);
  bayes.never[label] = neverOf(total + row.at.length);
}

const neverOf = (total: number): number => Math.log(smoothing / total);

export function bayesOf({ weights, never }: Bayes, row: Row, labels: number): Float64Array {
  const scores = new Float64Array(labels);
  scoreInto(scores, weights, row);
  let weight = 0;
  for (const value of row.value) weight += value;
  const least = Math.min(0, ...never);
  for (let label = 0; label < labels; label += 1)
    scores[label] = (scores[label] ?? 0) + weight * (never[label] ?? least);
  return scores;
}

function pairOf({ starts, labels }: LabelWeights, feature: number, label: number): number {
  let pair = starts[feature] ?? 0;
  while (labels[pair] !== label) pair += 1;
  return pair;
}
