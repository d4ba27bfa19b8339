import type { Context } from '../../platform/context.ts';
import * as matters from '../matters/index.ts';
import type { Blend } from './blend.ts';
import { type Kind, latest } from './decisions.repo.ts';
import { fromBytes, type KeptModel } from './keep.ts';
import { trainingThread } from './train-in-thread.ts';
import * as versions from './versions.repo.ts';
import { whatItTaught } from './what-it-taught.ts';

/** 在用模型: one a kind, in the memory of each process. */
export interface LiveModel {
  readonly kind: Kind;
  readonly blend: Blend;
  /** Which version or training it came from; kept beside every suggestion. */
  readonly name: string;
  /** Null: nothing is kept yet, this process learnt it by itself. */
  readonly versionId: string | null;
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
  /** Looks for the version in use, loads it or trains; whoever asks meanwhile gets what is there. */
  isBusy: Promise<void> | null;
  lookedAt: number;
  failedAt: number;
}

const byProgram = new WeakMap<object, Map<string, Slot>>();

const mostHistory = 5_000;
/** Kinds that have no words of their own to begin with. */
const fewestToBegin = { matter: 0, unit: 8, type: 20 } as const satisfies Record<Kind, number>;
const lookEvery = 1_000;
const restAfterFailure = 60_000;

/**
 * The version in use; until one is kept, what this process learns from the city's words and the few decisions there are.
 * Null until that has been trained: the first question starts it, and nobody waits for it.
 */
export async function liveModel(ctx: Context, kind: Kind): Promise<LiveModel | null> {
  const slot = slotFor(ctx, kind);
  if (slot.isBusy) return slot.model;
  const release = hold(slot);
  try {
    const isKept = await loadInUse(ctx, slot, kind);
    if (isKept || !isDue(slot)) release();
    else await trainOwn(ctx, slot, kind, release);
  } catch (error) {
    release();
    throw error;
  }
  return slot.model;
}

/** The same for upkeep that wants nobody's own training begun. */
export async function keptOrLive(ctx: Context, kind: Kind): Promise<LiveModel | null> {
  const slot = slotFor(ctx, kind);
  if (slot.isBusy) return null;
  const release = hold(slot);
  try {
    await loadInUse(ctx, slot, kind);
  } finally {
    release();
  }
  return slot.model;
}

/** For whoever has to wait until the model stands. */
export async function modelTrained(ctx: Context, kind: Kind): Promise<void> {
  await liveModel(ctx, kind);
  await slotFor(ctx, kind).isBusy;
}

/** Before the first wait: two questions at once load or train one model. */
function hold(slot: Slot): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  slot.isBusy = promise;
  return () => {
    slot.isBusy = null;
    resolve();
  };
}

function slotFor(ctx: Context, kind: Kind): Slot {
  const slots = byProgram.get(ctx.ports) ?? new Map<string, Slot>();
  byProgram.set(ctx.ports, slots);
  const key = `${ctx.cityId} ${kind}`;
  const never = Number.NEGATIVE_INFINITY;
  const slot = slots.get(key) ?? { model: null, isBusy: null, lookedAt: never, failedAt: never };
  slots.set(key, slot);
  return slot;
}

/** 换版本: at most once a second somebody asks whether another version is in use. Answers whether the model is a kept one. */
async function loadInUse(ctx: Context, slot: Slot, kind: Kind): Promise<boolean> {
  if (performance.now() - slot.lookedAt >= lookEvery) {
    slot.lookedAt = performance.now();
    const inUse = await versions.inUse(ctx, kind);
    const bytes =
      inUse && inUse.id !== slot.model?.versionId ? await versions.bytesOf(ctx, inUse.id) : null;
    if (inUse && bytes)
      slot.model = modelFrom(await fromBytes(bytes), {
        kind,
        name: `#${inUse.number}`,
        versionId: inUse.id,
      });
  }
  return slot.model !== null && slot.model.versionId !== null;
}

type Named = Pick<LiveModel, 'kind' | 'name' | 'versionId'>;

const modelFrom = (kept: KeptModel, named: Named): LiveModel => ({
  ...named,
  blend: kept.blend,
  orderOf: kept.orderOf,
  learnt: new Set(kept.learnt),
  upto: kept.upto,
  taught: kept.taught,
  decidedSince: 0,
  lookedAt: Number.NEGATIVE_INFINITY,
});

/** Before anything is kept: learnt anew after every few decisions. */
function isDue({ model, failedAt }: Slot): boolean {
  if (performance.now() - failedAt < restAfterFailure) return false;
  return model === null || model.decidedSince >= Math.max(5, model.taught / 50);
}

/** Answers as soon as the training has begun. */
async function trainOwn(ctx: Context, slot: Slot, kind: Kind, release: () => void): Promise<void> {
  const history = await latest(ctx, kind, mostHistory);
  if (history.length < fewestToBegin[kind]) return release();
  const rows = await whatItTaught(ctx, kind, history);
  const cold = kind === 'matter' ? await matters.namesOfMatters(ctx) : [];
  const upto = history.at(-1)?.seq ?? 0;
  const thread = trainingThread();
  const train = async () => {
    await thread.add(rows);
    const wish = { kind, cold, judgeFrom: null, upto, fewestOnEachSide: 0 };
    const trained = await thread.train(wish, () => {});
    if (!trained) return;
    const named = { kind, name: `${trained.taught}/${upto}`, versionId: null };
    slot.model = modelFrom(await fromBytes(trained.bytes), named);
  };
  // A suggestion is never worth a fault: nothing new is suggested, and a minute later it is tried again.
  const fail = () => {
    slot.failedAt = performance.now();
  };
  void train().catch(fail).finally(thread.stop).finally(release);
}
