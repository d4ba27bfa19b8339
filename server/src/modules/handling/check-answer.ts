import type { handling } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand } from '../../platform/refusal.ts';
import { cityGazetteer } from '../mentions/index.ts';
import * as orders from '../orders/index.ts';
import { redact } from '../redaction/index.ts';
import { requesterAgain } from '../requesters/index.ts';
import { mayReview } from './policy.ts';

type Found = ReplyOf<typeof handling.checkAnswer>['found'];

/** 答复里的个人信息: shown to whoever lets it out, before it goes. A person decides; nothing is taken out by itself. */
export async function checkAnswer(
  ctx: Context,
  { orderId, publicAnswer }: InputOf<typeof handling.checkAnswer>,
): Promise<{ found: Found }> {
  demand(mayReview(ctx.actor, await orders.findVisible(ctx, orderId)));
  return { found: await personalIn(ctx, orderId, publicAnswer) };
}

/** Who asked is told of themselves: their own name and number are no secret to them. */
export async function personalIn(ctx: Context, orderId: string, words: string): Promise<Found> {
  const [places, { name = '', phone = '', otherPhone = '' }] = await Promise.all([
    cityGazetteer(ctx),
    requesterAgain(ctx, orderId),
  ]);
  const own = [name, phone, otherPhone].filter((part) => part !== '');
  const found = redact(words, { places }).removals.map(({ kind, start, end }) => ({
    kind,
    words: words.slice(start, end),
  }));
  const others = found.filter((one) => !own.some((part) => part.includes(one.words)));
  return [...new Map(others.map((one) => [`${one.kind} ${one.words}`, one])).values()];
}
