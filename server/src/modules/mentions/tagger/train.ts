import type { Cut } from './best-cut.ts';
import { type Descent, descend } from './descend.ts';
import { addPlaces, expectedOf } from './expected.ts';
import type { Labelled } from './labelled.ts';
import { places, scoreOf, stretchAt } from './lattice.ts';
import {
  type Numbered,
  numbered,
  type Shape,
  scoresOf,
  type TaggerModel,
  type Weights,
} from './model.ts';
import { randomFrom, shuffled, thinned } from './shuffle.ts';
import { signsOf } from './signs.ts';
import { cutsOf, endingsOf, shapeOf } from './training-shape.ts';

export interface TrainingPlan {
  readonly rounds: number;
  readonly rate: number;
  /** Pulls every touched weight towards nothing. */
  readonly decay: number;
  /** The share of signs hidden at each look, so that none is relied upon alone. */
  readonly hidden: number;
  readonly seed: number;
  readonly progress: (said: string) => void;
}

const mostTokens = 200;

/** 训练: a semi-Markov conditional random field, learnt text by text with a step of its own for each weight. */
export function trainTagger(texts: readonly Labelled[], plan: TrainingPlan): TaggerModel {
  const usable = texts.filter(({ tokens }) => tokens.length > 0 && tokens.length <= mostTokens);
  const endings = endingsOf(usable);
  const kinds = [
    '',
    ...new Set(usable.flatMap(({ segments }) => segments.map(({ kind }) => kind))),
  ];
  const read = usable.map((text) => ({
    text,
    signs: signsOf(text.tokens, endings),
    cuts: cutsOf(text, kinds),
  }));
  const shape = shapeOf(kinds, read);
  plan.progress(
    `${read.length} texts, ${shape.tokenSigns.size} + ${shape.stretchSigns.size} signs, ${kinds.length} kinds`,
  );
  const looks = read.map(({ text, signs, cuts }) => ({
    cuts,
    text: numbered(shape, text.tokens, signs, cuts),
  }));
  const weights = learn(shape, looks, plan);
  return {
    ...shape,
    endings,
    tokenWeights: weights.tokens,
    stretchWeights: weights.stretches,
    stepWeights: weights.steps,
  };
}

interface Look {
  readonly text: Numbered;
  readonly cuts: readonly Cut[];
}

function learn(shape: Shape, looks: readonly Look[], plan: TrainingPlan): Weights {
  const kinds = shape.kinds.length;
  const sizes = {
    tokens: shape.tokenSigns.size * kinds * places,
    stretches: shape.stretchSigns.size * kinds,
    steps: (kinds + 1) ** 2,
  };
  const fresh = (): Weights => ({
    tokens: new Float32Array(sizes.tokens),
    stretches: new Float32Array(sizes.stretches),
    steps: new Float32Array(sizes.steps),
  });
  const [weights, squares, mean] = [fresh(), fresh(), fresh()];
  const random = randomFrom(plan.seed);
  const from = Math.floor(plan.rounds / 2);
  for (let round = 0; round < plan.rounds; round += 1) {
    let loss = 0;
    for (const look of shuffled(looks, random))
      loss += step(shape, look, {
        weights,
        squares,
        rate: plan.rate,
        decay: plan.decay,
        plan,
        random,
      });
    plan.progress(`round ${round + 1}/${plan.rounds}: loss ${(loss / looks.length).toFixed(3)}`);
    if (round >= from) addMean(mean, weights, 1 / (plan.rounds - from));
  }
  return mean;
}

interface Learning extends Descent {
  readonly plan: TrainingPlan;
  readonly random: () => number;
}

const onlySign = Int32Array.of(0);

function step(shape: Shape, look: Look, learning: Learning): number {
  const text = thinned(look.text, learning.plan.hidden, learning.random);
  const scores = scoresOf(shape, text, learning.weights);
  const expected = expectedOf(scores);
  const kinds = shape.kinds.length;
  const width = kinds + 1;
  let gold = 0;
  let before = kinds;
  for (const cut of look.cuts) {
    addPlaces(expected.tokens, { ...cut, kinds }, -1);
    const stretch = stretchAt(cut.start, cut.end, text.reach) * kinds + cut.kind;
    expected.stretches[stretch] = (expected.stretches[stretch] ?? 0) - 1;
    expected.steps[before * width + cut.kind] =
      (expected.steps[before * width + cut.kind] ?? 0) - 1;
    gold += scoreOf(scores, cut, before);
    before = cut.kind;
  }
  expected.steps[before * width + kinds] = (expected.steps[before * width + kinds] ?? 0) - 1;
  gold += scores.steps[before * width + kinds] ?? 0;
  for (const [at, signs] of text.tokens.entries()) {
    const slopes = expected.tokens.subarray(at * kinds * places, (at + 1) * kinds * places);
    descend(learning, 'tokens', signs, slopes);
  }
  for (const [at, signs] of text.stretches.entries()) {
    const slopes = expected.stretches.subarray(at * kinds, (at + 1) * kinds);
    descend(learning, 'stretches', signs, slopes);
  }
  descend(learning, 'steps', onlySign, expected.steps);
  return expected.total - gold;
}

function addMean(mean: Weights, weights: Weights, share: number): void {
  for (const part of ['tokens', 'stretches', 'steps'] as const)
    weights[part].forEach((weight, at) => {
      mean[part][at] = (mean[part][at] ?? 0) + weight * share;
    });
}
