import { bestCut } from './best-cut.ts';
import type { Segment } from './labelled.ts';
import { numbered, scoresOf, type TaggerModel } from './model.ts';
import { signsOf } from './signs.ts';

/** 标注: the segments the model sees in a text. */
export function tagWith(model: TaggerModel, tokens: readonly string[]): Segment[] {
  if (tokens.length === 0) return [];
  const text = numbered(model, tokens, signsOf(tokens, model.endings), []);
  const weights = {
    tokens: model.tokenWeights,
    stretches: model.stretchWeights,
    steps: model.stepWeights,
  };
  return bestCut(scoresOf(model, text, weights))
    .filter(({ kind }) => kind !== 0)
    .map(({ start, end, kind }) => ({ start, end, kind: model.kinds[kind] ?? '' }));
}
