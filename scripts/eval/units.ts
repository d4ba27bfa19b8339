import {
  type Blend,
  calibrationError,
  hitRate,
  type Judged,
  learn,
  macroF1,
  probabilities,
  trainBar,
  trainBlend,
} from '../../server/src/modules/learning/index.ts';
import { readArguments } from './arguments.ts';
import { type DatedSample, readSamples } from './read-messages.ts';

/**
 * Which unit an appeal goes to. The bar comes first: a plain linear model, learnt once. With --online the model learns
 * each row after it has said what it thinks of it, in order of date.
 */
export async function evaluate(args: readonly string[]) {
  const given = readArguments(args, {
    values: ['train', 'test', 'text', 'label', 'seed'],
    marks: ['online'],
  });
  const train = readSamples(given, 'train');
  const test = readSamples(given, 'test');
  const seed = Number(given.textOr('seed', '1'));

  const plain = trainBar(train, seed);
  const bar = test.map(({ features, label }) => ({
    shares: plain.read(features),
    truth: plain.labels.indexOf(label),
  }));
  process.stderr.write(`bar: ${hitRate(bar, 1)}\n`);
  const blend = trainBlend(train, {
    seed,
    mostFeatures: 400_000,
    inOrder: isInOrder(train),
    progress: (share) => process.stderr.write(`${Math.round(share * 100)} %\n`),
  });
  const judged = judgeAll(blend, test, given.has('online'));
  return {
    top1: hitRate(judged, 1),
    top3: hitRate(judged, 3),
    macroF1: macroF1(judged),
    ece: calibrationError(judged),
    bar: { top1: hitRate(bar, 1), top3: hitRate(bar, 3) },
    rows: judged.length,
    labels: blend.labels.length,
    neverMet: judged.filter(({ truth }) => truth < 0).length,
  };
}

function judgeAll(blend: Blend, test: readonly DatedSample[], online: boolean): Judged[] {
  return test.map((sample, at) => {
    if (at % 5000 === 4999) process.stderr.write(`${at + 1} of ${test.length} read\n`);
    const judged = {
      shares: probabilities(blend, sample.features),
      truth: blend.labels.indexOf(sample.label),
    };
    if (online) learn(blend, sample);
    return judged;
  });
}

const isInOrder = (samples: readonly DatedSample[]): boolean =>
  samples.filter(({ at }) => at !== '').length > samples.length * 0.8;
