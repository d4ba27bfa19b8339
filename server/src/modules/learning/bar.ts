import type { Sample } from './blend.ts';
import { rowsOf, wordsOf } from './experts.ts';
import type { Features } from './features.ts';
import { trainHinge } from './hinge.ts';
import { scoreInto } from './label-weights.ts';
import { randomFrom } from './random.ts';
import { toProbabilities } from './softmax.ts';
import { learnVocabulary, rowOf } from './vocabulary.ts';

/** 标杆: what a plain linear model over words makes of the same samples, learnt once and never again. */
export function trainBar(
  samples: readonly Sample[],
  seed: number,
): { labels: readonly string[]; read: (features: Features) => Float64Array } {
  const labels = [...new Set(samples.map(({ label }) => label))].toSorted();
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const all = samples.map(({ features }) => features);
  const vocabulary = learnVocabulary(all, { fewest: 2, mostFeatures: 400_000 });
  const weights = trainHinge(
    rowsOf(vocabulary, all).map((row) => wordsOf(row)),
    Uint16Array.from(samples, ({ label }) => numbers.get(label) ?? 0),
    { features: vocabulary.size, labels: labels.length },
    { passes: 8, cost: 0.5 },
    randomFrom(seed),
  );
  return {
    labels,
    read(features) {
      const scores = new Float64Array(labels.length);
      scoreInto(scores, weights, wordsOf(rowOf(vocabulary, features)));
      return toProbabilities(scores);
    },
  };
}
