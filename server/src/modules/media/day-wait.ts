import type { Context } from '../../platform/context.ts';
import * as waits from '../waits/index.ts';
import { lockDay } from './days.repo.ts';

const keyOf = (id: string) => ({ kind: 'media-day', id, no: 0 }) as const;

/** From the hour the answering ends on: until then nobody can say how it went. */
export const beginDayWait = (ctx: Context, dayId: string, endsAt: Date): Promise<Date> =>
  waits.waitForCentreSince(ctx, keyOf(dayId), { code: 'media-day', fromAt: endsAt });

export const endDayWait = (ctx: Context, dayId: string): Promise<void> =>
  waits.waitNoMore(ctx, keyOf(dayId));

/** 接听日过后没有登记结束: the shift leads, then the director. */
waits.waitRules({
  kind: 'media-day',
  subject: 'answering-day',
  topic: 'media',
  standing: async (ctx, { id }) =>
    (await lockDay(ctx, id)).state === 'planned' ? 'waiting' : 'over',
  pauses: null,
  moved: null,
  atEnd: { tells: async () => [waits.centre('shift-lead'), waits.centre('director')] },
});
