import type { intake } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { OrderStatus } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { mayRate } from '../call-back/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { isSupervised } from '../supervision/index.ts';
import { stageName, withSupervision } from './text.ts';

export interface Progress {
  /** 阶段名. */
  stage: string;
  words: string;
  /** 承诺答复日期, while it says something: an order that was withdrawn or guided elsewhere owes none any more. */
  promiseOn: string | null;
  mayRate: boolean;
}

const owesNothing: readonly OrderStatus[] = ['answered', 'disposed', 'transferred', 'withdrawn'];

/** 进度: one plain sentence, the same for the agent to read aloud and for the citizen's page. */
export async function progressOf(ctx: Context, order: orders.Order): Promise<Progress> {
  const worked = await workedAs(ctx, order);
  const [names, isRateable, supervised] = await Promise.all([
    organisation.unitNames(ctx, worked.lead_unit ? [worked.lead_unit] : []),
    mayRate(ctx, order),
    orders.isOpen(order.status) && isSupervised(ctx, order.id),
  ]);
  const promiseAt = owesNothing.includes(order.status)
    ? null
    : (order.promise_at ?? worked.promise_at);
  const promiseOn = promiseAt && organisation.cityHour(promiseAt, ctx.city.zone).on;
  const isRated = order.status === 'call-back' && !isRateable;
  return {
    stage: stageName(order.status, isRated),
    words: withSupervision(supervised, {
      status: order.status,
      unit: names.get(worked.lead_unit ?? '') ?? '',
      promiseOn,
      isLate: promiseAt !== null && promiseAt < ctx.now,
      mayRate: isRateable,
    }),
    promiseOn,
    mayRate: isRateable,
  };
}

/** 一并办理: while another order is worked for it, who works and until when is that one's. */
export async function workedAs(ctx: Context, order: orders.Order): Promise<orders.Order> {
  if (order.status !== 'merged' || order.merged_into === null) return order;
  return (await orders.find(ctx, order.merged_into)) ?? order;
}

/** 想请诉求人补充的: the question a unit waits to hear answered. */
export function questionOf(
  { status }: orders.Order,
  texts: readonly orders.StoredText[],
): string | null {
  if (status !== 'need-info') return null;
  return texts.findLast(({ kind }) => kind === 'question')?.content ?? null;
}

export async function readProgress(
  ctx: Context,
  { orderId }: { orderId: string },
): Promise<ReplyOf<typeof intake.readProgress>> {
  const order = await orders.findVisible(ctx, orderId);
  const { words } = await progressOf(ctx, order);
  return {
    words,
    promiseAt: order.promise_at?.toISOString() ?? null,
    question: questionOf(order, await orders.textsOf(ctx, order.id)),
  };
}
