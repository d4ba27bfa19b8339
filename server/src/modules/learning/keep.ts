import { promisify } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRaw } from 'node:zlib';
import type { Blend } from './blend.ts';
import { trimmed } from './label-weights.ts';

/** 一个版本: a model, and what goes on with it where it is in use. */
export interface KeptModel {
  readonly blend: Blend;
  /** By number among the neighbours; empty for what nobody wrote. */
  readonly orderOf: string[];
  /** Numbers are given before they stand: of the last ones, those that were there. */
  readonly learnt: readonly number[];
  readonly upto: number;
  /** Orders it was trained on. */
  readonly taught: number;
}

const fast = { level: 1 };
const inflated = promisify(inflateRaw);

/** 存取模型: every number as it is, so that a model that was read back answers to the last bit what it answered. */
export function toBytes(kept: KeptModel): Buffer {
  const { blend } = kept;
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
  return deflateRawSync(serialize({ ...kept, blend: lean }), fast);
}

export async function fromBytes(bytes: Uint8Array): Promise<KeptModel> {
  return deserialize(await inflated(bytes));
}
