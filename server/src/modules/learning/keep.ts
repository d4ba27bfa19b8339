import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Blend } from './blend.ts';
import { trimmed } from './label-weights.ts';

const fast = { level: 1 };

/** 存取模型: every number as it is, so that a model that was read back answers to the last bit what it answered. */
export function toBytes(blend: Blend): Buffer {
  const { words, strings, live, bayes } = blend.experts;
  const lean = {
    ...blend,
    experts: {
      ...blend.experts,
      words: trimmed(words),
      strings: trimmed(strings),
      live: trimmed(live),
      bayes: { ...bayes, weights: trimmed(bayes.weights) },
    },
  };
  return deflateRawSync(serialize(lean), fast);
}

export function fromBytes(bytes: Buffer): Blend {
  return deserialize(inflateRawSync(bytes));
}
