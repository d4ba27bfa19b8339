import { setImmediate } from 'node:timers/promises';
import type { Context } from '../../platform/context.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import { messageOf } from './appeal-message.ts';
import type { Blend, Sample } from './blend.ts';
import { coldSamples } from './cold-start.ts';
import { type Decision, type Kind, latest } from './decisions.repo.ts';
import { featuresOf } from './features.ts';
import { trainInThread } from './train-in-thread.ts';

/** 在用模型: one a kind, in the memory of each process. */
export interface LiveModel {
  readonly kind: Kind;
  readonly blend: Blend;
  /** Which training it came from; kept beside every suggestion. */
  readonly name: string;
  /** By number among the neighbours; empty for what nobody wrote. */
  readonly orderOf: string[];
  /** Decisions learnt lately. Numbers are given before they stand, so an earlier one may appear after a later one. */
  readonly learnt: Set<number>;
  upto: number;
  /** Orders it was trained on. */
  readonly taught: number;
  decidedSince: number;
  lookedAt: number;
}

interface Slot {
  model: LiveModel | null;
  isTraining: Promise<void> | null;
  failedAt: number;
}

const byProgram = new WeakMap<object, Map<string, Slot>>();

const mostHistory = 5_000;
const fewestForUnits = 8;
const restAfterFailure = 60_000;

/** Null until it has been trained; the first question starts that, and nobody waits for it. */
export async function liveModel(ctx: Context, kind: Kind): Promise<LiveModel | null> {
  const slot = slotFor(ctx, kind);
  if (slot.isTraining || (slot.model && !isDue(slot.model))) return slot.model;
  if (performance.now() - slot.failedAt < restAfterFailure) return slot.model;
  // Held before the first wait: two questions at once train one model.
  const { promise, resolve } = Promise.withResolvers<void>();
  slot.isTraining = promise;
  try {
    const beginning = await beginningOf(ctx, kind);
    if (beginning) train(slot, beginning).finally(resolve);
    else rest(slot, resolve);
  } catch (error) {
    rest(slot, resolve);
    throw error;
  }
  return slot.model;
}

/** 重训: a new city after every few decisions, one with history after every fiftieth part of it. The old one serves until then. */
const isDue = ({ decidedSince, taught }: LiveModel): boolean =>
  decidedSince >= Math.max(5, taught / 50);

/** For whoever has to wait until the model stands. */
export async function modelTrained(ctx: Context, kind: Kind): Promise<void> {
  await liveModel(ctx, kind);
  await slotFor(ctx, kind).isTraining;
}

function rest(slot: Slot, resolve: () => void): void {
  slot.isTraining = null;
  resolve();
}

function slotFor(ctx: Context, kind: Kind): Slot {
  const slots = byProgram.get(ctx.ports) ?? new Map<string, Slot>();
  byProgram.set(ctx.ports, slots);
  const key = `${ctx.cityId} ${kind}`;
  const slot = slots.get(key) ?? {
    model: null,
    isTraining: null,
    failedAt: Number.NEGATIVE_INFINITY,
  };
  slots.set(key, slot);
  return slot;
}

interface Beginning {
  readonly kind: Kind;
  readonly cold: readonly matters.NamesOfMatter[];
  readonly history: readonly Decision[];
  readonly words: ReadonlyMap<string, orders.WordsToLearn>;
}

/** The city's own words and what was decided last; null while a kind that has no words of its own has too few. */
async function beginningOf(ctx: Context, kind: Kind): Promise<Beginning | null> {
  const history = await latest(ctx, kind, mostHistory);
  if (kind === 'unit' && history.length < fewestForUnits) return null;
  const ids = [...new Set(history.map(({ orderId }) => orderId))];
  const words = await orders.wordsToLearn(ctx, ids);
  const cold = kind === 'matter' ? await matters.namesOfMatters(ctx) : [];
  return { kind, cold, history, words };
}

async function train(slot: Slot, beginning: Beginning): Promise<void> {
  const { kind, cold, history } = beginning;
  const upto = history.at(-1)?.seq ?? 0;
  try {
    const pseudo = coldSamples(cold);
    const taught = await taughtBy(beginning);
    const samples = [...pseudo, ...taught.map(({ sample }) => sample)];
    if (new Set(samples.map(({ label }) => label)).size < 2) return;
    slot.model = {
      kind,
      blend: await trainInThread(samples),
      name: `${samples.length}/${upto}`,
      orderOf: [...pseudo.map(() => ''), ...taught.map(({ orderId }) => orderId)],
      learnt: new Set(history.slice(-1000).map(({ seq }) => seq)),
      upto,
      taught: taught.length,
      decidedSince: 0,
      lookedAt: Number.NEGATIVE_INFINITY,
    };
  } catch {
    // A suggestion is never worth a fault: nothing new is suggested, and a minute later it is tried again.
    slot.failedAt = performance.now();
  } finally {
    slot.isTraining = null;
  }
}

const readAtOnce = 25;

/** The last decision about an order counts. Between a few messages and the next others have their turn. */
async function taughtBy({
  kind,
  history,
  words,
}: Beginning): Promise<{ orderId: string; sample: Sample }[]> {
  const lastOf = new Map(history.map((decision) => [decision.orderId, decision]));
  const taught = [];
  for (const { orderId, label } of [...lastOf.values()].toSorted((a, b) => a.seq - b.seq)) {
    const appeal = words.get(orderId);
    if (!appeal) continue;
    taught.push({ orderId, sample: { label, features: featuresOf(messageOf(kind, appeal)) } });
    if (taught.length % readAtOnce === 0) await setImmediate();
  }
  return taught;
}
