import type { learning as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import { modelKinds } from '@minsheng/contract/words/learning.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { job, later } from '../../platform/jobs.ts';
import { demand } from '../../platform/refusal.ts';
import { cityHour } from '../organisation/index.ts';
import { type Kind, spanAfter } from './decisions.repo.ts';
import { mayRetrain } from './policy.ts';
import * as trainings from './trainings.repo.ts';
import { latestOf } from './versions.repo.ts';

/** 重训. */
export const train = job('learning:train', z.object({ kind: z.enum(modelKinds), id: z.uuid() }));

export interface Which {
  readonly kind: Kind;
  readonly id: string;
}

export function trainSoon(ctx: Context, which: Which): void {
  later(ctx, train, { ...which }, { at: ctx.now, key: `learning:train:${which.kind}` });
}

/** 现在重训. */
export async function askRetraining(
  ctx: Context,
  { kind }: InputOf<typeof contract.retrainModel>,
): Promise<{ done: true }> {
  const before = await trainings.lock(ctx, kind);
  demand(mayRetrain(ctx.actor, before));
  const id = ctx.newId();
  await trainings.ask(ctx, kind, id);
  trainSoon(ctx, { kind, id });
  announce(ctx, 'learning');
  return { done: true };
}

/** Before there are so many, every process learns by itself from what there is. */
export const fewestForVersion = 50;
const fewestNew = 50;
const newShare = 1 / 20;
const dayMs = 20 * 3_600_000;
const restMs = 3_600_000;
const night = { from: '01:00', to: '05:00' };

/**
 * Asks for a training where one is due: after a twentieth more decisions, and every night that follows a new one. Within an
 * hour of the last only after twice as many: every process learns each decision meanwhile, and the processor is everybody's.
 */
export async function askWhereDue(ctx: Context, kind: Kind): Promise<void> {
  const [last] = await latestOf(ctx, kind, 1);
  const before = await trainings.lock(ctx, kind);
  const isResting = before !== null && ctx.now.getTime() - before.asked_at.getTime() < restMs;
  const enough = fewestAfter(last?.samples ?? null, isResting);
  const { count } = await spanAfter(ctx, { kind, seq: last?.upto_seq ?? 0, most: enough });
  const { time } = cityHour(ctx.now, ctx.city.zone);
  const isNight = time >= night.from && time < night.to;
  const isOld = last !== undefined && ctx.now.getTime() - last.made_at.getTime() > dayMs;
  if (count < enough && !(count > 0 && isNight && isOld)) return;
  // It came to nothing: it failed, or everything was decided alike and there was nothing to tell apart.
  if (isResting && (before?.state === 'failed' || last === undefined)) return;
  if (mayRetrain(ctx.actor, before).allowed) await askRetraining(ctx, { kind });
}

/** So many new decisions ask for a training; `samples`: how many the last version learnt, null where there is none. */
export function fewestAfter(samples: number | null, isResting: boolean): number {
  if (samples === null) return fewestForVersion;
  return Math.max(fewestNew, Math.ceil(isResting ? samples : samples * newShare));
}
