import { toProbabilities } from './softmax.ts';

/** What each expert says of each label for one message: experts × labels, any scale. */
export type Opinions = readonly Float64Array[];

/**
 * 合议: how much each expert's word counts. Trained on messages the experts had not seen, so that the shares that
 * come out are probabilities as they will be met (calibration is part of the fit: the weights carry the scale).
 */
export interface Mix {
  readonly weights: Float64Array;
  readonly squares: Float64Array;
  /** How sharp the shares are drawn, and how much is kept back because decided labels are sometimes wrong. */
  sharpness: number;
  doubt: number;
}

export function mixOf(weights: readonly number[]): Mix {
  return {
    weights: Float64Array.from(weights),
    squares: new Float64Array(weights.length),
    sharpness: 1,
    doubt: 0,
  };
}

export function mixed({ weights, sharpness, doubt }: Mix, opinions: Opinions): Float64Array {
  const scores = summed(weights, opinions);
  for (let label = 0; label < scores.length; label += 1)
    scores[label] = (scores[label] ?? 0) * sharpness;
  return spread(toProbabilities(scores), doubt);
}

function spread(shares: Float64Array, doubt: number): Float64Array {
  for (let label = 0; label < shares.length; label += 1)
    shares[label] = (1 - doubt) * (shares[label] ?? 0) + doubt / shares.length;
  return shares;
}

function summed(weights: Float64Array, opinions: Opinions): Float64Array {
  const scores = new Float64Array(opinions[0]?.length ?? 0);
  opinions.forEach((opinion, expert) => {
    const weight = weights[expert] ?? 0;
    for (let label = 0; label < scores.length; label += 1)
      scores[label] = (scores[label] ?? 0) + weight * (opinion[label] ?? 0);
  });
  return scores;
}

const onlinePace = 0.01;

/** One step towards what would have given the truth more, of the probabilities just given. */
export function learnMix(mix: Mix, opinions: Opinions, given: Float64Array, truth: number): void {
  learnDoubt(mix, given[truth] ?? 0, given.length);
  opinions.forEach((opinion, expert) => {
    const slope = expected(opinion, given) - (opinion[truth] ?? 0);
    const square = (mix.squares[expert] ?? 0) + slope * slope;
    mix.squares[expert] = square;
    mix.weights[expert] =
      (mix.weights[expert] ?? 0) - (onlinePace * slope * 4) / Math.sqrt(square + 1);
  });
}

/** The doubt moves by how the truth came out of what was kept back, in its log-odds. */
function learnDoubt(mix: Mix, given: number, labels: number): void {
  const even = 1 / labels;
  const sure = (given - mix.doubt * even) / (1 - mix.doubt);
  const slope = (mix.doubt * (1 - mix.doubt) * (sure - even)) / Math.max(given, 1e-6);
  const odds = Math.log(mix.doubt / (1 - mix.doubt)) - doubtPace * Math.max(-1, Math.min(1, slope));
  mix.doubt = Math.min(mostDoubt, Math.max(leastDoubt, 1 / (1 + Math.exp(-odds))));
}

const doubtPace = 0.05;
const leastDoubt = 0.002;
const mostDoubt = 0.3;

export interface Seen {
  readonly opinions: Opinions;
  readonly truth: number;
}

/** Newton's method on the log loss, which is convex in the few weights; a ridge holds them near where they begin. */
export function fitMix(begin: readonly number[], seen: readonly Seen[]): Mix {
  const mix = mixOf(begin);
  const count = begin.length;
  for (let pass = 0; pass < 12; pass += 1) {
    const slope = Array.from(
      mix.weights,
      (weight, expert) => ridge * (weight - (begin[expert] ?? 0)),
    );
    const bend = Array.from({ length: count }, (_, row) =>
      Array.from({ length: count }, (_, column) => (row === column ? ridge : 0)),
    );
    for (const { opinions, truth } of seen) {
      const given = mixed(mix, opinions);
      const means = opinions.map((opinion) => expected(opinion, given));
      opinions.forEach((opinion, row) => {
        slope[row] = (slope[row] ?? 0) + (means[row] ?? 0) - (opinion[truth] ?? 0);
        opinions.forEach((other, column) => {
          if (column > row) return;
          const both = together(opinion, other, given) - (means[row] ?? 0) * (means[column] ?? 0);
          addAt(bend, row, column, both);
          if (column < row) addAt(bend, column, row, both);
        });
      });
    }
    const moves = solve(bend, slope);
    moves.forEach((move, expert) => {
      mix.weights[expert] = (mix.weights[expert] ?? 0) - Math.max(-1, Math.min(1, move));
    });
    if (moves.every((move) => Math.abs(move) < 1e-4)) break;
  }
  return calibrated(mix, seen);
}

const sharpnesses = [0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5, 1.75, 2];
const doubts = [leastDoubt, 0.005, 0.01, 0.02, 0.03, 0.045, 0.06, 0.08, 0.1, 0.13];

/** 校准: what of a log-linear mix no weight can say, that even the clearest case is sometimes decided otherwise. */
function calibrated(mix: Mix, seen: readonly Seen[]): Mix {
  const scores = seen.map(({ opinions }) => summed(mix.weights, opinions));
  const truths = seen.map(({ truth }) => truth);
  let least = Number.POSITIVE_INFINITY;
  for (const sharpness of sharpnesses) {
    const given = scores.map((own, at) => {
      const shares = toProbabilities(own.map((score) => score * sharpness));
      return { truth: shares[truths[at] ?? 0] ?? 0, labels: shares.length };
    });
    for (const doubt of doubts) {
      let loss = 0;
      for (const { truth, labels } of given)
        loss -= Math.log(Math.max(1e-9, (1 - doubt) * truth + doubt / labels));
      if (loss < least) {
        least = loss;
        mix.sharpness = sharpness;
        mix.doubt = doubt;
      }
    }
  }
  return mix;
}

const ridge = 5;

function addAt(matrix: number[][], row: number, column: number, amount: number): void {
  const cells = matrix[row];
  if (cells) cells[column] = (cells[column] ?? 0) + amount;
}

function expected(opinion: Float64Array, given: Float64Array): number {
  let sum = 0;
  for (let label = 0; label < given.length; label += 1)
    sum += (given[label] ?? 0) * (opinion[label] ?? 0);
  return sum;
}

function together(one: Float64Array, other: Float64Array, given: Float64Array): number {
  let sum = 0;
  for (let label = 0; label < given.length; label += 1)
    sum += (given[label] ?? 0) * (one[label] ?? 0) * (other[label] ?? 0);
  return sum;
}

/** Gauss–Jordan on a small positive definite system. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  rows.forEach((pivotRow, pivot) => {
    const lead = pivotRow[pivot] || 1e-9;
    for (let column = pivot; column < pivotRow.length; column += 1)
      pivotRow[column] = (pivotRow[column] ?? 0) / lead;
    rows.forEach((row, at) => {
      const times = row[pivot] ?? 0;
      if (at === pivot || times === 0) return;
      for (let column = pivot; column < row.length; column += 1)
        row[column] = (row[column] ?? 0) - times * (pivotRow[column] ?? 0);
    });
  });
  return rows.map((row) => row.at(-1) ?? 0);
}
