import type { Context } from '../../platform/context.ts';
import { centre, waitForCentre, waitNoMore, waitRules } from '../waits/index.ts';
import { lock } from './marks.repo.ts';
import { isDirectors } from './policy.ts';

type Kind = 'conduct-decision' | 'conduct-review';

const keyOf = (kind: Kind, id: string) => ({ kind, id, no: 0 }) as const;

export async function decideBy(ctx: Context, markId: string): Promise<void> {
  await waitForCentre(ctx, keyOf('conduct-decision', markId), 'conduct-decision');
}

export async function reviewBy(ctx: Context, markId: string): Promise<void> {
  await waitForCentre(ctx, keyOf('conduct-review', markId), 'conduct-review');
}

export const isDecided = (ctx: Context, markId: string): Promise<void> =>
  waitNoMore(ctx, keyOf('conduct-decision', markId));

export const isReviewed = (ctx: Context, markId: string): Promise<void> =>
  waitNoMore(ctx, keyOf('conduct-review', markId));

/** 审批期限: a measure asked for and not decided is told to whoever may grant it, then to the director. */
waitRules({
  kind: 'conduct-decision',
  subject: 'conduct',
  topic: 'conduct',
  standing: async (ctx, { id }) => ((await lock(ctx, id)).state === 'asked' ? 'waiting' : 'over'),
  pauses: null,
  moved: null,
  atEnd: {
    tells: async (ctx, { id }) => {
      const { measure } = await lock(ctx, id);
      return [centre(isDirectors(measure) ? 'director' : 'shift-lead'), centre('director')];
    },
  },
});

/** 复核期限: the person who asked is not kept waiting until the measure is over. */
waitRules({
  kind: 'conduct-review',
  subject: 'conduct',
  topic: 'conduct',
  standing: async (ctx, { id }) => {
    const { state, review_asked_at, reviewed_at } = await lock(ctx, id);
    const waits = state === 'in-force' && review_asked_at !== null && reviewed_at === null;
    return waits ? 'waiting' : 'over';
  },
  pauses: null,
  moved: null,
  atEnd: { tells: async () => [centre('shift-lead'), centre('director')] },
});
