import {
  type Labelled,
  readTagged,
  spanScores,
  tagWith,
  trainTagger,
} from '../../server/src/modules/mentions/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import { readText } from './read-rows.ts';

// npm run -s eval -- addresses --train F --test F [--seed 1] [--seeds 5]: parts of addresses found by a tagger trained on F
// (CoNLL-like lines); of several seeds the mean, the least and the most.

const plan = { rounds: 8, rate: 0.015, decay: 1e-4, hidden: 0.25 };

export async function evaluate(args: readonly string[]): Promise<Record<string, unknown>> {
  const given = readArguments(args, { values: ['train', 'test', 'seed', 'seeds'], marks: [] });
  const train = readTagged(readText(given.path('train')));
  const test = readTagged(readText(given.path('test')));
  for (const [name, texts] of Object.entries({ train, test })) {
    if (!texts.some(({ segments }) => segments.length > 0))
      throw new UsageError(
        `--${name} marks nothing: a token and its tag on each line, a blank line between texts`,
      );
  }
  const first = Number(given.textOr('seed', '1'));
  const count = Number(given.textOr('seeds', '1'));
  const runs = Array.from({ length: count }, (_, at) => runOf(train, test, first + at));
  const [one] = runs;
  if (count === 1 || !one) return { ...one };
  const scores = runs.map(({ spanF1 }) => spanF1);
  return {
    spanF1: round(scores.reduce((sum, score) => sum + score, 0) / count),
    least: Math.min(...scores),
    most: Math.max(...scores),
    seeds: count,
    texts: one.texts,
    trainSeconds: one.trainSeconds,
  };
}

function runOf(train: readonly Labelled[], test: readonly Labelled[], seed: number) {
  const beganAt = performance.now();
  const model = trainTagger(train, {
    ...plan,
    seed,
    progress: (said) => process.stderr.write(`${seconds(beganAt)} s ${said}\n`),
  });
  const trainSeconds = seconds(beganAt);
  const pairs = test.map(({ tokens, segments }) => ({
    gold: segments,
    found: tagWith(model, tokens),
  }));
  const { all, byKind } = spanScores(pairs);
  return {
    spanF1: all.f1,
    precision: all.precision,
    recall: all.recall,
    texts: { train: train.length, test: test.length },
    trainSeconds,
    testSeconds: round(seconds(beganAt) - trainSeconds),
    byKind: Object.fromEntries(byKind),
  };
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
const seconds = (since: number): number => Math.round((performance.now() - since) / 100) / 10;
