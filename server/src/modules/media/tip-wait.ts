import type { Context } from '../../platform/context.ts';
import * as waits from '../waits/index.ts';
import { changeTip, lockTip } from './tips.repo.ts';

const keyOf = (id: string) => ({ kind: 'media-tip', id, no: 0 }) as const;

export const beginTipWait = (ctx: Context, tipId: string): Promise<Date> =>
  waits.waitForCentre(ctx, keyOf(tipId), 'media-tip');

export const endTipWait = (ctx: Context, tipId: string): Promise<void> =>
  waits.waitNoMore(ctx, keyOf(tipId));

/** 线索没有去向: the editors hear, then the director. */
waits.waitRules({
  kind: 'media-tip',
  subject: 'media-tip',
  topic: 'media',
  standing: async (ctx, { id }) => ((await lockTip(ctx, id)).state === 'open' ? 'waiting' : 'over'),
  pauses: null,
  moved: (ctx, { id }, dueAt) => changeTip(ctx, id, { due_at: dueAt }),
  atEnd: { tells: async () => [waits.centre('media-editor'), waits.centre('director')] },
});
