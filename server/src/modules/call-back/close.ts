import type { callBack } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { ofOrder, revokeAll } from '../dispatch/index.ts';
import * as matters from '../matters/index.ts';
import { notify } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { attemptsOf } from './attempts.repo.ts';
import { setFollowUp } from './follow-up.ts';
import { heard, isGivenUp, mayCheckExplanation, mayClose } from './policy.ts';

type Close = InputOf<typeof callBack.close>;

const followUpDays = 30;
/** 解释核查 in fewer characters says nothing. */
const leastWords = 6;

/** T19 结案: solved; not solved for an objective reason that was explained; or silence after three honest tries. */
export async function close(ctx: Context, input: Close): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, input.orderId);
  demand(mayClose(ctx.actor, order));
  await refuseUnfounded(ctx, order, input);

  const note = input.note
    ? await orders.addText(ctx, order.id, { kind: 'call-back', content: input.note })
    : null;
  await closeOrder(ctx, order, input.as, note?.no ?? null);
  const followUpOn = input.followUpOn ?? (await defaultFollowUpOn(ctx, order));
  if (followUpOn) await setFollowUp(ctx, order, followUpOn);
  return { done: true };
}

/** The closing itself, for a person's decision and for the rule. The order is held. */
export async function closeOrder(
  ctx: Context,
  order: orders.Order,
  kind: string,
  textNo: number | null,
): Promise<void> {
  await revokeAll(ctx, await ofOrder(ctx, order.id));
  await orders.advance(ctx, order, 'close', {
    set: { closed_at: ctx.now, close_kind: kind },
    data: { kind, round: order.round, text: textNo },
  });
  orders.archiveLater(ctx, order.id);
  if (!order.needs_reply) return;
  await notify(ctx, {
    template: 'closed',
    channel: 'sms',
    to: { kind: 'requester', orderId: order.id },
    orderId: order.id,
    facts: { order_no: order.order_no },
    urgent: false,
  });
}

/** What was said decides: unsolved for the unit's own reasons goes back, and silence is not assent. */
async function refuseUnfounded(
  ctx: Context,
  order: orders.Order,
  { as: kind, note }: Close,
): Promise<void> {
  const attempts = await attemptsOf(ctx, order.id);
  const last = heard(order, attempts).at(-1);
  if (kind === 'unreached') {
    refuseUnless(last === undefined && isGivenUp(order, attempts), 'call-back.not-reached-enough');
    return;
  }
  refuseUnless(last, 'call-back.nobody-asked');
  if (kind === 'solved') refuseUnless(last.solved === 'solved', 'call-back.subjective-redo');
  const isSubjective = last.solved !== 'solved' && last.reason_class === 'subjective';
  refuseUnless(!isSubjective || order.round >= 2, 'call-back.subjective-redo');
  if (kind !== 'unsolved-objective') return;
  demand(mayCheckExplanation(ctx.actor, heard(order, attempts)));
  refuseUnless(note.length >= leastWords, 'call-back.explanation-words');
}

/** HC1: where measures were asked for, somebody looks again after thirty days. */
async function defaultFollowUpOn(ctx: Context, order: orders.Order): Promise<string | null> {
  const form = await matters.replyForm(ctx, order.matter_code);
  if (!form.measures) return null;
  const then = new Date(ctx.now.getTime() + followUpDays * 86_400_000);
  return organisation.cityHour(then, ctx.city.zone).on;
}
