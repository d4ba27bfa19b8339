import {
  type Blend,
  coverageAt,
  hitRate,
  type Judged,
  macroF1,
  probabilities,
  type Sample,
  trainBlend,
} from '../../server/src/modules/learning/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import { readSamples } from './read-messages.ts';

/** What the model that suggests matters makes of titles and details with one label each. */
export async function evaluate(args: readonly string[]) {
  const given = readArguments(args, {
    values: ['train', 'test', 'text', 'label', 'seed', 'seeds'],
    marks: [],
  });
  const train = readSamples(given, 'train');
  const test = readSamples(given, 'test');
  const first = wholeNumber(given.textOr('seed', '1'));
  const count = wholeNumber(given.textOr('seeds', '1'));
  const runs = Array.from({ length: count }, (_, at) => run(train, test, first + at));
  const [only] = runs;
  return count === 1 && only ? only : { ...means(runs), spread: spreads(runs), seeds: count };
}

type Measured = {
  accuracy: number;
  macroF1: number;
  top2: number;
  coverage975: number;
  trainSeconds: number;
};

function run(train: readonly Sample[], test: readonly Sample[], seed: number): Measured {
  const begun = performance.now();
  const blend = trainBlend(train, {
    seed,
    mostFeatures: 400_000,
    inOrder: false,
    progress: (share) => process.stderr.write(`seed ${seed}: ${Math.round(share * 100)} %\n`),
  });
  const trainSeconds = (performance.now() - begun) / 1000;
  const judged = test.map((sample) => judge(blend, sample));
  return {
    accuracy: hitRate(judged, 1),
    macroF1: macroF1(judged),
    top2: hitRate(judged, 2),
    coverage975: coverageAt(judged, 0.975),
    trainSeconds,
  };
}

function judge(blend: Blend, { features, label }: Sample): Judged {
  return { shares: probabilities(blend, features), truth: blend.labels.indexOf(label) };
}

const figures = ['accuracy', 'macroF1', 'top2', 'coverage975', 'trainSeconds'] as const;

function means(runs: readonly Measured[]): Record<string, number> {
  return Object.fromEntries(
    figures.map((figure) => [figure, mean(runs.map((one) => one[figure]))]),
  );
}

/** Sample standard deviations. */
function spreads(runs: readonly Measured[]): Record<string, number> {
  return Object.fromEntries(
    figures.map((figure) => {
      const values = runs.map((one) => one[figure]);
      const middle = mean(values);
      const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
      return [figure, Math.sqrt(squares / Math.max(1, values.length - 1))];
    }),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`${text} is no whole number`);
  return number;
}
