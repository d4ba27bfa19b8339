import type { media as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { cityGazetteer } from '../mentions/index.ts';
import * as orders from '../orders/index.ts';
import { peopleOfOrder, redact } from '../redaction/index.ts';
import { type Basis, tipsOfOrders } from './basis.repo.ts';
import { isAccepted, type OrderResult, resultsOf } from './order-results.repo.ts';
import { mediaText } from './text.ts';
import { tipOrders } from './topics.repo.ts';

type Topic = ReplyOf<typeof contract.listTopics>['rows'][number];

/** 媒体工单 as topics: accepted ones only, words with everything taken out that leads to a person. */
export async function orderTopics(ctx: Context, most: number): Promise<Topic[]> {
  const ids = await tipOrders(ctx, most);
  const results = await resultsOf(ctx, ids);
  const topics = [];
  for (const id of ids) {
    const result = results.get(id);
    if (result && result.secrecy === 0 && isAccepted(result))
      topics.push(await topicOf(ctx, result));
  }
  return topics;
}

async function topicOf(ctx: Context, { id, isSolved }: OrderResult): Promise<Topic> {
  const [texts, known, places] = await Promise.all([
    orders.textsOf(ctx, id),
    peopleOfOrder(ctx, id),
    cityGazetteer(ctx),
  ]);
  const without = (words: string): string => redact(words, { known, places }).text;
  const asked = orders.appealText(texts);
  const answer = isSolved ? texts.findLast(({ kind }) => kind === 'answer') : undefined;
  const words = mediaText.orderTopic(
    without(asked?.content ?? ''),
    answer ? without(answer.content) : null,
  );
  return { kind: 'order', ref: id, title: without(asked?.title ?? ''), words, weight: null };
}

/** A piece rests on orders that came as tips, or that its writer may see; never on one where anybody asked for secrecy. */
export async function orderBasis(ctx: Context, orderId: string): Promise<Basis> {
  const [results, tips, seen] = await Promise.all([
    resultsOf(ctx, [orderId]),
    tipsOfOrders(ctx, [orderId]),
    orders.visibleAmong(ctx, [orderId]),
  ]);
  const result = results.get(orderId);
  refuseUnless(result && (tips.has(orderId) || seen.has(orderId)), 'media.no-such-basis');
  refuseUnless(result.secrecy === 0, 'media.secret-order');
  return { kind: 'order', ref: orderId, label: result.orderNo, orderId };
}
