import type { conduct as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import { encrypt } from '../../platform/secrets.ts';
import { quietNoMore } from '../telephony/index.ts';
import { expireNoMore } from './expire.ts';
import { isReviewed, reviewBy } from './mark-waits.ts';
import { change, lock } from './marks.repo.ts';
import { isQuiet, mayAskReview, mayReview } from './policy.ts';

/** 申请复核 by whatever channel the person came; whoever hears it writes it down. */
export async function askMarkReview(
  ctx: Context,
  { markId, words }: InputOf<typeof contract.askMarkReview>,
): Promise<{ done: true }> {
  const mark = await lock(ctx, markId);
  demand(mayAskReview(ctx.actor, mark));
  await change(ctx, mark, {
    review_asked_at: ctx.now,
    review_words_enc: encrypt(ctx.keys, words),
    reviewed_by: null,
    reviewed_at: null,
    review_why_enc: null,
  });
  await reviewBy(ctx, markId);
  tell(ctx, { kind: 'conduct', id: markId }, 'conduct.review-asked', {});
  announce(ctx, 'conduct');
  return { done: true };
}

/** 复核: lifted, calls ring everywhere again at once; kept, it ends when it would have ended. */
export async function reviewMark(
  ctx: Context,
  { markId, lifted, words }: InputOf<typeof contract.reviewMark>,
): Promise<{ done: true }> {
  const mark = await lock(ctx, markId);
  demand(mayReview(ctx.actor, mark));
  await change(ctx, mark, {
    state: lifted ? 'lifted' : 'in-force',
    reviewed_by: ctx.actor.accountId,
    reviewed_at: ctx.now,
    review_why_enc: encrypt(ctx.keys, words),
  });
  await isReviewed(ctx, markId);
  if (lifted) {
    // A label lifted leaves a routing of the same number where it is.
    if (isQuiet(mark.measure)) await quietNoMore(ctx, mark.number_index);
    expireNoMore(ctx, markId);
  }
  tell(ctx, { kind: 'conduct', id: markId }, lifted ? 'conduct.lifted' : 'conduct.kept', {});
  announce(ctx, 'conduct');
  return { done: true };
}
