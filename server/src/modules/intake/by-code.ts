import type { appeals } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { OrderStatus } from '@minsheng/contract/words/order.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf, type StoredEvent } from '../../platform/events.ts';
import { Refusal } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/zone.ts';
import * as callBack from '../call-back/index.ts';
import * as files from '../files/index.ts';
import * as guidance from '../guidance/index.ts';
import { saidInStageReport } from '../handling/index.ts';
import * as identity from '../identity/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import * as requesters from '../requesters/index.ts';
import { maySupplement, mayUrge, mayWithdraw } from './policy.ts';
import { progressOf, questionOf } from './progress.ts';
import { supplement, urge, wasUrgedToday, withdraw } from './requester-steps.ts';
import { stepWords, text } from './text.ts';

const done = { done: true } as const;

interface ByCode {
  orderNo: string;
  code: string;
}

interface Opened {
  ctx: Context;
  order: orders.Order;
}

/** 先记再看: the first thing of every operation below, in a transaction of its own; a wrong one counts as it is tried. */
export async function tryAppealCode(ctx: Context, key: ByCode): Promise<void> {
  await identity.tryCode(ctx, key.orderNo, async () => (await findByCode(ctx, key)) !== null);
}

async function findByCode(ctx: Context, { orderNo, code }: ByCode): Promise<orders.Order | null> {
  const found = await orders.findByNo(ctx, orderNo);
  return found && (await requesters.findByCode(ctx, found.id, code)) ? found : null;
}

/**
 * 凭单号和查询码: opens one order to its requester. A wrong number and a wrong code are refused alike
 * (`public.wrong-code`), so that nobody learns which numbers exist; both count against guessing (`tryAppealCode`).
 */
async function open(ctx: Context, key: ByCode): Promise<Opened> {
  const found = await findByCode(ctx, key);
  if (!found) throw new Refusal('public.wrong-code');
  const order = await orders.lock(ctx, found.id);
  return { ctx: { ...ctx, actor: requesterOf(ctx.actor, order.id) }, order };
}

const requesterOf = (actor: Actor, orderId: string): Actor => ({
  ...actor,
  kind: 'citizen',
  orderId,
});

/** 查进度: what happened in plain words, and the promised day. */
export async function trackAppeal(
  outside: Context,
  input: InputOf<typeof appeals.trackAppeal>,
): Promise<ReplyOf<typeof appeals.trackAppeal>> {
  const { ctx, order } = await open(outside, input);
  const [texts, events, progress, review] = await Promise.all([
    orders.textsOf(ctx, order.id),
    historyOf(ctx, { kind: 'order', id: order.id }),
    progressOf(ctx, order),
    guidance.reviewFor(ctx, order),
  ]);
  const answer = texts.findLast(({ kind }) => kind === 'answer')?.content ?? null;
  return {
    orderNo: order.order_no,
    title: orders.appealText(texts)?.title ?? '',
    stage: progress.stage,
    stageWords: destroyedWords(ctx, order) ?? progress.words,
    promiseOn: progress.promiseOn,
    isOpen: orders.isOpen(order.status),
    steps: await stepsOf(ctx, events, texts),
    question: questionOf(order, texts),
    answer: answered.includes(order.status) && answer !== '' ? answer : null,
    mayAdd: maySupplement(ctx.actor, order).allowed,
    mayUrge: mayUrge(ctx.actor, order).allowed && !wasUrgedToday(ctx, events),
    mayWithdraw: mayWithdraw(ctx.actor, order).allowed,
    mayRate: progress.mayRate,
    mayAskReview: review.mayAsk,
    reviewWords: review.words,
  };
}

/** 已按保管期限销毁: the number still answers, and says what became of the rest. */
const destroyedWords = ({ city }: Context, { destroyed_at }: orders.Order): string | null =>
  destroyed_at && text.destroyed(dayOf(destroyed_at.getTime(), city.zone));

const answered: readonly OrderStatus[] = [
  'call-back',
  'closed',
  'archived',
  'answered',
  'disposed',
  'transferred',
];

async function stepsOf(
  ctx: Context,
  events: readonly StoredEvent[],
  texts: readonly orders.StoredText[],
): Promise<{ at: string; words: string }[]> {
  const unitOf = (data: Record<string, unknown>) => String(data.lead ?? data.unit ?? '');
  const names = await organisation.unitNames(ctx, [
    ...new Set(events.map(({ data }) => unitOf(data)).filter(Boolean)),
  ]);
  return events.flatMap(({ at, type, data }) => {
    const said = saidInStageReport(texts, data.text);
    const words = stepWords[type]?.(names.get(unitOf(data)) ?? '', data, said);
    return words ? [{ at: at.toISOString(), words }] : [];
  });
}

export async function addToAppeal(
  outside: Context,
  input: InputOf<typeof appeals.addToAppeal>,
): Promise<typeof done> {
  const { ctx, order } = await open(outside, input);
  await supplement(ctx, order, input.content, await files.claimUploads(ctx, input.uploads));
  return done;
}

export async function urgeAppeal(outside: Context, input: ByCode): Promise<typeof done> {
  const { ctx, order } = await open(outside, input);
  await urge(ctx, order, '');
  return done;
}

export async function withdrawAppeal(
  outside: Context,
  input: InputOf<typeof appeals.withdrawAppeal>,
): Promise<typeof done> {
  const { ctx, order } = await open(outside, input);
  await withdraw(ctx, order, input.reason);
  return done;
}

export async function askReviewOfAppeal(
  outside: Context,
  input: InputOf<typeof appeals.askReview>,
): Promise<typeof done> {
  const { ctx, order } = await open(outside, input);
  await guidance.askReview(ctx, order, input.reason);
  return done;
}

export async function rateAppeal(
  outside: Context,
  input: InputOf<typeof appeals.rateAppeal>,
): Promise<typeof done> {
  const { ctx, order } = await open(outside, input);
  await callBack.rate(ctx, order, { ...input, channel: 'page' });
  return done;
}
