import type { supervision as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { attach } from '../files/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { insertAnswer, markSentBack } from './answers.repo.ts';
import { answerLater, noMoreWaiting } from './late.ts';
import { answerDueOf, levelOf } from './levels.ts';
import { mayAnswer, maySee, maySendBack } from './policy.ts';
import { noMoreResult, resultLater } from './result-wait.ts';
import { change, type Supervision, supervisionsOf } from './supervisions.repo.ts';

/** 反馈 by the supervised unit, in words and with what proves it. */
export async function answerSupervision(
  ctx: Context,
  input: InputOf<typeof contract.answerSupervision>,
): Promise<{ done: true }> {
  const one = await held(ctx, input);
  const names = await organisation.unitNames(ctx, [one.unit_code]);
  demand(mayAnswer(ctx.actor, one, names.get(one.unit_code) ?? one.unit_code));
  const words = await orders.addText(ctx, one.order_id, { kind: 'reason', content: input.words });
  await attach(ctx, input.fileIds, {
    orderId: one.order_id,
    assignmentId: one.assignment_id,
    purpose: 'evidence',
  });
  const isLate = one.answer_due_at !== null && ctx.now > one.answer_due_at;
  await insertAnswer(ctx, one, { wordsNo: words.no, fileIds: input.fileIds, isLate });
  await change(ctx, one, {
    state: 'answered',
    sort_at: ctx.now,
    late_at: one.late_at ?? (isLate ? one.answer_due_at : null),
  });
  await noMoreWaiting(ctx, one);
  await resultLater(ctx, one);
  tell(ctx, { kind: 'order', id: one.order_id }, 'supervision.answered', {
    ...named(one),
    late: isLate,
    text: words.no,
    digest: words.digest,
    files: [...input.fileIds],
  });
  announce(ctx, 'supervision');
  return { done: true };
}

/** 退回重新反馈: why it is not enough; the limit begins anew, late stays late. */
export async function sendBackAnswer(
  ctx: Context,
  input: InputOf<typeof contract.sendBackAnswer>,
): Promise<ReplyOf<typeof contract.sendBackAnswer>> {
  const one = await held(ctx, input);
  demand(maySendBack(ctx.actor, one));
  const words = await orders.addText(ctx, one.order_id, { kind: 'reason', content: input.words });
  const answerDueAt = await answerDueOf(ctx, await levelOf(ctx, one.level));
  await markSentBack(ctx, one, words.no);
  await change(ctx, one, {
    state: 'open',
    answer_due_at: answerDueAt,
    sort_at: answerDueAt ?? ctx.now,
  });
  await noMoreResult(ctx, one);
  await answerLater(ctx, { ...one, answer_due_at: answerDueAt });
  tell(ctx, { kind: 'order', id: one.order_id }, 'supervision.sent-back', {
    ...named(one),
    answerDueAt: answerDueAt?.toISOString() ?? null,
    text: words.no,
    digest: words.digest,
  });
  announce(ctx, 'supervision', `unit:${one.unit_path}`);
  return { answerDueAt: answerDueAt?.toISOString() ?? null };
}

/** One of an order this person may see, its order held. Refuses `supervision.no-such`. */
export async function held(
  ctx: Context,
  { orderId, no }: { orderId: string; no: number },
): Promise<Supervision> {
  const order = await orders.lockVisible(ctx, orderId);
  const one = (await supervisionsOf(ctx, order.id)).find(
    (each) => each.no === no && maySee(ctx.actor, each),
  );
  refuseUnless(one, 'supervision.no-such');
  return one;
}

export const named = ({ no, level, unit_code, unit_path }: Supervision) => ({
  no,
  level,
  unit: unit_code,
  path: unit_path,
});
