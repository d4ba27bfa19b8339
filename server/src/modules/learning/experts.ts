import type { Features } from './features.ts';
import { trainHinge } from './hinge.ts';
import { addLabels, type LabelWeights, scoreInto } from './label-weights.ts';
import type { Opinions } from './mix.ts';
import { type Bayes, bayesOf, learnBayes, trainBayes } from './naive-bayes.ts';
import {
  addNeighbour,
  type Near,
  type Neighbours,
  nearest,
  noNeighbours,
  voteInto,
} from './neighbours.ts';
import type { Random } from './random.ts';
import { learnRow, trainSoftmax } from './softmax.ts';
import { blocksOf, type Row, rowOf, type Vocabulary } from './vocabulary.ts';

/**
 * 专家: ways to read the same message that err differently. Two planes a label over words and over strings of
 * characters, learnt from all history at once. The others go on learning from each decision: counts of everything beside
 * each label, a soft model, the vote of the most alike decided messages, and what has been usual lately.
 */
export interface Experts {
  readonly words: LabelWeights;
  readonly strings: LabelWeights;
  readonly bayes: Bayes;
  readonly live: LabelWeights;
  readonly near: Neighbours;
  /** Decaying counts of what was decided, by label. */
  habit: Float64Array;
}

/** Parts of a row by the numbers of its blocks (features.ts). */
export const wordsOf = (row: Row): Row => blocksOf(row, 0, 2);
const stringsOf = (row: Row): Row => blocksOf(row, 3, 4);
const plainWordsOf = (row: Row): Row => blocksOf(row, 1, 1);

export const firstTrust = [1.5, 1.5, 0.5, 0.3, 0.2, 0.3];

const livePace = 0.5;
const postingsFor = (rows: number): number => Math.max(1 << 16, Math.min(1 << 22, rows * 48));
const habitKept = 1 - 1 / 2000;

export function trainExperts(
  rows: readonly Row[],
  labels: Uint16Array,
  sizes: { features: number; labels: number },
  random: Random,
): Experts {
  const hinge = { passes: 8, cost: 0.5 };
  const wordRows = rows.map((row) => wordsOf(row));
  const stringRows = rows.map((row) => stringsOf(row));
  const experts: Experts = {
    words: trainHinge(wordRows, labels, sizes, hinge, random),
    strings: trainHinge(stringRows, labels, sizes, hinge, random),
    bayes: trainBayes(rows, labels, sizes),
    live: trainSoftmax(rows, labels, sizes, { passes: 4, pace: 1, leftOut: 0 }, random),
    near: noNeighbours(postingsFor(rows.length)),
    habit: new Float64Array(sizes.labels),
  };
  rows.forEach((row, index) => {
    const label = labels[index] ?? 0;
    addNeighbour(experts.near, plainWordsOf(row), label);
    rememberHabit(experts, label);
  });
  return experts;
}

export function opinionsOf(
  experts: Experts,
  row: Row,
  labels: number,
): { opinions: Opinions; near: readonly Near[] } {
  const near = nearest(experts.near, plainWordsOf(row));
  const votes = new Float64Array(labels);
  voteInto(votes, experts.near, near);
  return {
    opinions: [
      marginsOf(experts.words, wordsOf(row), labels),
      marginsOf(experts.strings, stringsOf(row), labels),
      scoresOf(experts.live, row, labels),
      votes,
      habitOf(experts, labels),
      bayesOf(experts.bayes, row, labels),
    ],
    near,
  };
}

/** What goes on learning does so from one decided message. Answers its number among the neighbours. */
export function learnDecision(experts: Experts, row: Row, label: number): number {
  if (label >= experts.live.biases.length) {
    addLabels(experts.live, label + 1);
    experts.habit = longerHabit(experts.habit, label + 1);
  }
  learnRow(experts.live, row, label, livePace);
  learnBayes(experts.bayes, row, label);
  rememberHabit(experts, label);
  return addNeighbour(experts.near, plainWordsOf(row), label);
}

/** A label the planes never met is on the far side of all of them. */
function marginsOf(weights: LabelWeights, row: Row, labels: number): Float64Array {
  const scores = new Float64Array(labels).fill(-1, weights.biases.length);
  scoreInto(scores, weights, row);
  return scores;
}

function scoresOf(weights: LabelWeights, row: Row, labels: number): Float64Array {
  const scores = new Float64Array(labels);
  scoreInto(scores, weights, row);
  return scores;
}

function habitOf({ habit }: Experts, labels: number): Float64Array {
  let total = labels;
  for (const count of habit) total += count;
  return Float64Array.from({ length: labels }, (_, label) =>
    Math.log(((habit[label] ?? 0) + 1) / total),
  );
}

function rememberHabit({ habit }: Experts, label: number): void {
  for (let other = 0; other < habit.length; other += 1)
    habit[other] = (habit[other] ?? 0) * habitKept;
  habit[label] = (habit[label] ?? 0) + 1;
}

function longerHabit(habit: Float64Array, labels: number): Float64Array {
  const longer = new Float64Array(labels);
  longer.set(habit);
  return longer;
}

export function rowsOf(vocabulary: Vocabulary, all: readonly Features[]): Row[] {
  return all.map((features) => rowOf(vocabulary, features));
}
