import type { Context } from '../../platform/context.ts';
import * as waits from '../waits/index.ts';
import { lockDay } from './days.repo.ts';
import { findPromise, type PromiseKey } from './promises.repo.ts';

const keyOf = ({ dayId, no }: PromiseKey) => ({ kind: 'media-promise', id: dayId, no }) as const;

/** Until the end of the day that was promised; no calendar moves what a leader said. */
export const beginPromiseWait = (ctx: Context, key: PromiseKey, dueAt: Date): Promise<void> =>
  waits.waitUntil(ctx, { ...keyOf(key), fromAt: ctx.now, limit: null, dueAt });

export const endPromiseWait = (ctx: Context, key: PromiseKey): Promise<void> =>
  waits.waitNoMore(ctx, keyOf(key));

/** 承诺到期没有办结记录: the shift leads, then the director. */
waits.waitRules({
  kind: 'media-promise',
  subject: 'answering-day',
  topic: 'media',
  standing: async (ctx, { id, no }) => {
    await lockDay(ctx, id);
    const promise = await findPromise(ctx, { dayId: id, no });
    return promise?.closed_at === null ? 'waiting' : 'over';
  },
  pauses: null,
  moved: null,
  atEnd: { tells: async () => [waits.centre('shift-lead'), waits.centre('director')] },
});
