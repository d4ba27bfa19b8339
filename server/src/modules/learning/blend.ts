import { bend, type Curve, learnCurve, newCurve } from './curve.ts';
import {
  type Experts,
  firstTrust,
  learnDecision,
  opinionsOf,
  rowsOf,
  trainExperts,
} from './experts.ts';
import type { Features } from './features.ts';
import { firstOf } from './measures.ts';
import { fitMix, learnMix, type Mix, mixed, type Seen } from './mix.ts';
import type { Near } from './neighbours.ts';
import { type Random, randomFrom } from './random.ts';
import {
  addFeature,
  learnVocabulary,
  numberOf,
  rarity,
  rowOf,
  type Vocabulary,
} from './vocabulary.ts';

/** 模型: reads a message and says how likely each label is. */
export interface Blend {
  readonly labels: string[];
  readonly vocabulary: Vocabulary;
  readonly experts: Experts;
  readonly mix: Mix;
  readonly curve: Curve;
}

/** 样本: a message that a person has decided. */
export interface Sample {
  readonly features: Features;
  readonly label: string;
}

export interface TrainingWishes {
  readonly seed: number;
  readonly mostFeatures: number;
  /** Samples stand in order of time: judge by the last ones instead of by parts drawn at random. */
  readonly inOrder: boolean;
  /** Hears how much is done, from 0 to 1. */
  readonly progress: (share: number) => void;
}

export interface Reading {
  readonly label: string;
  readonly probability: number;
}

const folds = 4;
const lastShare = 0.15;
const mostForFolds = 20_000;

export function trainBlend(samples: readonly Sample[], wishes: TrainingWishes): Blend {
  const random = randomFrom(wishes.seed);
  const labels = [...new Set(samples.map(({ label }) => label))].toSorted();
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const truths = Uint16Array.from(samples, ({ label }) => numbers.get(label) ?? 0);
  const all = samples.map(({ features }) => features);
  const parts = partsOf(all.length, wishes.inOrder, random);
  const seen = parts.flatMap((held, part) => {
    wishes.progress(part / (parts.length + 1));
    const { mostFeatures } = wishes;
    return opinionsOnHeld({ all, truths, labels: labels.length, mostFeatures, held, random });
  });
  wishes.progress(parts.length / (parts.length + 1));
  const mix = fitMix(firstTrust, seen);
  const curve = newCurve();
  for (const { opinions, truth } of seen) hearOutcome(curve, mixed(mix, opinions), truth);
  const vocabulary = vocabularyOf(all, wishes.mostFeatures);
  const sizes = { features: vocabulary.size, labels: labels.length };
  const experts = trainExperts(rowsOf(vocabulary, all), truths, sizes, random);
  wishes.progress(1);
  return { labels, vocabulary, experts, mix, curve };
}

function vocabularyOf(all: readonly Features[], mostFeatures: number): Vocabulary {
  // Among few messages, what stands in only one tells as much as the rest.
  return learnVocabulary(all, { fewest: all.length < 5_000 ? 1 : 2, mostFeatures });
}

export function probabilities(blend: Blend, features: Features): Float64Array {
  const row = rowOf(blend.vocabulary, features);
  const { opinions } = opinionsOf(blend.experts, row, blend.labels.length);
  return bend(blend.curve, mixed(blend.mix, opinions));
}

/** The likeliest labels and the decided messages most alike. */
export function read(
  blend: Blend,
  features: Features,
  most: number,
): { readings: readonly Reading[]; near: readonly Near[] } {
  const row = rowOf(blend.vocabulary, features);
  const { opinions, near } = opinionsOf(blend.experts, row, blend.labels.length);
  const shares = bend(blend.curve, mixed(blend.mix, opinions));
  return { readings: likeliest(blend.labels, shares, most), near };
}

/** 边用边学: one decision more; a label nobody has met joins. Answers its number among the neighbours. */
export function learn(blend: Blend, { features, label }: Sample): number {
  const known = blend.labels.indexOf(label);
  const truth = known < 0 ? blend.labels.push(label) - 1 : known;
  if (known >= 0) {
    // Judged as it was said, before its words are met.
    const row = rowOf(blend.vocabulary, features);
    const { opinions } = opinionsOf(blend.experts, row, blend.labels.length);
    const shares = mixed(blend.mix, opinions);
    hearOutcome(blend.curve, shares, truth);
    learnMix(blend.mix, opinions, shares, truth);
  }
  meetFeatures(blend, features);
  return learnDecision(blend.experts, rowOf(blend.vocabulary, features), truth);
}

function hearOutcome(curve: Curve, shares: Float64Array, truth: number): void {
  const first = firstOf(shares);
  learnCurve(curve, shares[first] ?? 0, first === truth);
}

export function likeliest(
  labels: readonly string[],
  shares: Float64Array,
  most: number,
): Reading[] {
  return Array.from(shares, (probability, number) => ({ probability, label: labels[number] ?? '' }))
    .toSorted((a, b) => b.probability - a.probability)
    .slice(0, most);
}

const mostMet = 1 << 19;

/** A word of today that no message said before: it is a feature from now on. */
function meetFeatures({ vocabulary }: Blend, { hashes, ends }: Features): void {
  const wordsEnd = ends[2] ?? 0;
  for (let at = 0; at < wordsEnd && vocabulary.size < mostMet; at += 1) {
    const hash = hashes[at] ?? 0;
    if (numberOf(vocabulary, hash) < 0)
      addFeature(vocabulary, hash, rarity(vocabulary.messages, 2));
  }
}

interface Held {
  readonly all: readonly Features[];
  readonly truths: Uint16Array;
  readonly labels: number;
  readonly mostFeatures: number;
  readonly held: ReadonlySet<number>;
  readonly random: Random;
}

/** What experts trained without these messages say of them; they never met their words either, as with a new message. */
function opinionsOnHeld({ all, truths, labels, mostFeatures, held, random }: Held): Seen[] {
  const kept = all.flatMap((features, index) => (held.has(index) ? [] : [{ features, index }]));
  const before = kept.map(({ features }) => features);
  const vocabulary = vocabularyOf(before, mostFeatures);
  const experts = trainExperts(
    rowsOf(vocabulary, before),
    Uint16Array.from(kept, ({ index }) => truths[index] ?? 0),
    { features: vocabulary.size, labels },
    random,
  );
  return [...held].flatMap((index) => {
    const features = all[index];
    if (!features) return [];
    const { opinions } = opinionsOf(experts, rowOf(vocabulary, features), labels);
    return [{ opinions, truth: truths[index] ?? 0 }];
  });
}

function partsOf(count: number, inOrder: boolean, random: Random): ReadonlySet<number>[] {
  if (inOrder || count > mostForFolds) {
    const from = Math.floor(count * (1 - lastShare));
    return [new Set(Array.from({ length: count - from }, (_, at) => from + at))];
  }
  const order = Int32Array.from({ length: count }, (_, at) => at);
  random.shuffle(order);
  return Array.from(
    { length: folds },
    (_, part) => new Set(order.filter((_, at) => at % folds === part)),
  );
}
