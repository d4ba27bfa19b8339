import { correct, type LabelWeights, letWeigh, noWeights, scoreInto } from './label-weights.ts';
import type { Random } from './random.ts';
import type { Row } from './vocabulary.ts';

export interface SoftmaxWishes {
  readonly passes: number;
  readonly pace: number;
  /** Share of the features left out at random in each step, so that no few words carry a label alone. */
  readonly leftOut: number;
}

// What is nearly right already is not corrected: saves most of the work with many labels.
const smallestError = 0.002;

/** 多类对数线性: trained row by row; the mean of the weights over the later passes is what is kept. */
export function trainSoftmax(
  rows: readonly Row[],
  labels: Uint16Array,
  sizes: { features: number; labels: number },
  wishes: SoftmaxWishes,
  random: Random,
): LabelWeights {
  const weights = noWeights(sizes.features, sizes.labels);
  // All pairs before the first step, so that the sum below has their places.
  rows.forEach((row, index) => {
    letWeigh(weights, row, labels[index] ?? 0);
  });
  const order = Int32Array.from(rows, (_, index) => index);
  const sum = new Float64Array(weights.values.length);
  let summed = 0;
  for (let pass = 0; pass < wishes.passes; pass += 1) {
    random.shuffle(order);
    const pace = wishes.pace / Math.sqrt(1 + pass * 0.5);
    for (const index of order) {
      const row = rows[index];
      if (row) learnRow(weights, leaveOut(row, wishes.leftOut, random), labels[index] ?? 0, pace);
    }
    if (pass * 2 < wishes.passes - 1) continue;
    for (let pair = 0; pair < sum.length; pair += 1)
      sum[pair] = (sum[pair] ?? 0) + (weights.values[pair] ?? 0);
    summed += 1;
  }
  for (let pair = 0; pair < sum.length; pair += 1)
    weights.values[pair] = (sum[pair] ?? 0) / Math.max(1, summed);
  return weights;
}

/** Corrects the weights by one decided row; answers the probability they gave the truth before. */
export function learnRow(weights: LabelWeights, row: Row, label: number, pace: number): number {
  letWeigh(weights, row, label);
  const errors = new Float64Array(weights.biases.length);
  scoreInto(errors, weights, row);
  toProbabilities(errors);
  const given = errors[label] ?? 0;
  errors[label] = given - 1;
  for (let other = 0; other < errors.length; other += 1)
    if (Math.abs(errors[other] ?? 0) < smallestError) errors[other] = 0;
  correct(weights, row, errors, pace);
  return given;
}

export function probabilitiesOf(weights: LabelWeights, row: Row): Float64Array {
  const scores = new Float64Array(weights.biases.length);
  scoreInto(scores, weights, row);
  return toProbabilities(scores);
}

/** In place: scores to shares that add up to one. */
export function toProbabilities(scores: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (let label = 0; label < scores.length; label += 1) {
    const share = Math.exp((scores[label] ?? 0) - most);
    scores[label] = share;
    sum += share;
  }
  for (let label = 0; label < scores.length; label += 1) scores[label] = (scores[label] ?? 0) / sum;
  return scores;
}

function leaveOut(row: Row, share: number, random: Random): Row {
  if (share === 0) return row;
  const at = new Int32Array(row.at.length);
  const value = new Float32Array(row.at.length);
  let kept = 0;
  for (let index = 0; index < at.length; index += 1) {
    if (random.next() < share) continue;
    at[kept] = row.at[index] ?? 0;
    value[kept] = (row.value[index] ?? 0) / (1 - share);
    kept += 1;
  }
  return { at: at.subarray(0, kept), value: value.subarray(0, kept), ends: [kept] };
}
