import type { callBack } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { timeBands } from '@minsheng/contract/words/call-back.ts';
import type { Context } from '../../platform/context.ts';
import { demand } from '../../platform/refusal.ts';
import { unclearAnswers } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { attemptsOf, attemptViewOf } from './attempts.repo.ts';
import { isGivenUp, mayAttempt, mostRedos } from './policy.ts';
import { script } from './text.ts';
import { bandAt } from './time-band.ts';

/** 回访单: script, answer, earlier tries, and the bands nobody has tried yet. */
export async function callBackSheet(
  ctx: Context,
  { orderId }: { orderId: string },
): Promise<ReplyOf<typeof callBack.callBackSheet>> {
  const order = await orders.findVisible(ctx, orderId);
  demand(mayAttempt(ctx.actor, order));
  const [texts, attempts, names, unclear] = await Promise.all([
    orders.textsOf(ctx, orderId),
    attemptsOf(ctx, orderId),
    organisation.unitNames(ctx, order.lead_unit ? [order.lead_unit] : []),
    unclearAnswers(ctx, orderId),
  ]);
  const own = attempts.filter(({ round }) => round === order.round);
  // Of every day: silence is given up only after three bands, and one tried yesterday counts.
  const tried = own.filter(({ channel }) => channel === 'call').map(({ band }) => band);
  const unitName = names.get(order.lead_unit ?? '') ?? '';
  return {
    orderId,
    orderNo: order.order_no,
    title: orders.appealText(texts)?.title ?? '',
    publicAnswer: texts.findLast(({ kind }) => kind === 'answer')?.content ?? '',
    unitName,
    script: script(unitName),
    attempts: own.map((attempt) => ({
      ...attemptViewOf(attempt, texts.find(({ no }) => no === attempt.reason_no)?.content ?? ''),
      band: attempt.band,
    })),
    openBands: timeBands.filter((band) => !tried.includes(band)),
    currentBand: bandAt(ctx.now, ctx.city.zone),
    unclearAnswers: unclear.map(({ at, text }) => ({ at: at.toISOString(), text })),
    mayCloseUnreached: isGivenUp(order, attempts),
    redosLeft: Math.max(0, mostRedos - order.round),
  };
}
