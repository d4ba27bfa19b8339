import type { TrainingPhase } from '@minsheng/contract/words/learning.ts';
import type { NamesOfMatter } from '../matters/index.ts';
import { type Blend, learn, type Sample, trainBlend } from './blend.ts';
import { coldSamples } from './cold-start.ts';
import type { Kind } from './decisions.repo.ts';
import { type Features, featuresOf } from './features.ts';
import type { KeptModel } from './keep.ts';
import { readHere } from './read-here.ts';
import { lastOfEach, type Taught } from './what-it-taught.ts';

export interface TrainingWish {
  readonly kind: Kind;
  readonly cold: readonly NamesOfMatter[];
  /** 试训: a model trained on what came before this decision says what it thinks of those from it on; null: none. */
  readonly judgeFrom: number | null;
  readonly upto: number;
  /** Orders that must stand on each side for a trial to say anything. */
  readonly fewestOnEachSide: number;
}

/** What the trial said of a decision before it learnt it. */
export interface TrialSaid {
  readonly seq: number;
  readonly label: string;
  readonly place: number | null;
  readonly said: number;
  readonly ranked: readonly { readonly label: string; readonly probability: number }[];
}

export interface Trained extends KeptModel {
  readonly judged: readonly TrialSaid[];
  /** 训练构成. */
  readonly mix: Readonly<Record<string, number>>;
}

export type Progress = (phase: TrainingPhase, done: number, total: number) => void;

/** A decision, its words already read. */
export interface Lesson {
  readonly seq: number;
  readonly orderId: string;
  readonly label: string;
  /** What the person chose; of a unit `label` is its role. */
  readonly decided: string;
  readonly areaCode: string;
  readonly features: Features;
}

export function lessonOf({ message, ...taught }: Taught): Lesson {
  return { ...taught, features: featuresOf(message) };
}

const seed = 1;
const mostFeatures = 300_000;
const latelyLearnt = 1_000;
const ranks = 5;

/** 训练: judged on the last month first where that can be, then learnt from everything. Null: there is nothing to tell apart. */
export function trainVersion(
  lessons: readonly Lesson[],
  wish: TrainingWish,
  progress: Progress,
): Trained | null {
  const cold = coldSamples(wish.cold);
  const judged = trialOn(lessons, cold, wish, progress);
  const taught = lastOfEach(lessons);
  const blend = blendOf(cold, taught, (done, total) => progress('training', done, total));
  if (!blend) return null;
  return {
    blend,
    orderOf: [...cold.map(() => ''), ...taught.map(({ orderId }) => orderId)],
    learnt: lessons.slice(-latelyLearnt).map(({ seq }) => seq),
    upto: wish.upto,
    taught: taught.length,
    judged,
    mix: mixOf(taught),
  };
}

function trialOn(
  lessons: readonly Lesson[],
  cold: readonly Sample[],
  wish: TrainingWish,
  progress: Progress,
): TrialSaid[] {
  const { judgeFrom, fewestOnEachSide } = wish;
  if (judgeFrom === null) return [];
  const before = lastOfEach(lessons.filter(({ seq }) => seq < judgeFrom));
  const month = lessons.filter(({ seq }) => seq >= judgeFrom);
  if (Math.min(before.length, month.length) < fewestOnEachSide) return [];
  const blend = blendOf(cold, before, (done, total) => progress('trial', done, total));
  if (!blend) return [];
  return month.map((lesson, at) => {
    if (at % 100 === 0) progress('judging', at, month.length);
    const { seq, decided: label } = lesson;
    const { readings } = readHere(wish.kind, blend, { ...lesson, ranks });
    const place = readings.findIndex((reading) => reading.label === label);
    // As in use: each decision is learnt once it has been judged.
    learn(blend, lesson);
    const said = readings[0]?.probability ?? 0;
    const ranked = readings.map((one) => ({ label: one.label, probability: one.probability }));
    return { seq, label, place: place < 0 ? null : place + 1, said, ranked };
  });
}

function mixOf(taught: readonly Lesson[]): Record<string, number> {
  const mix: Record<string, number> = {};
  for (const { decided } of taught) mix[decided] = (mix[decided] ?? 0) + 1;
  return mix;
}

const parts = 100;

function blendOf(
  cold: readonly Sample[],
  taught: readonly Lesson[],
  progress: (done: number, total: number) => void,
): Blend | null {
  const samples = [...cold, ...taught.map(({ label, features }) => ({ label, features }))];
  if (new Set(samples.map(({ label }) => label)).size < 2) return null;
  progress(0, parts);
  return trainBlend(samples, {
    seed,
    mostFeatures,
    inOrder: false,
    progress: (share) => progress(Math.round(share * parts), parts),
  });
}
