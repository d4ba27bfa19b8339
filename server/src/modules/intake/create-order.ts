import type { intake } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { SecrecyLevel } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as issues from '../issues/index.ts';
import * as learning from '../learning/index.ts';
import * as matters from '../matters/index.ts';
import { police } from '../organisation/index.ts';
import * as telephony from '../telephony/index.ts';
import { assess, marksOf, settleUrgency } from './assess.ts';
import { carryOut } from './carry-out.ts';
import { outcomeOf } from './outcome.ts';
import { permitted } from './policy.ts';
import { receiveAppeal } from './receive-appeal.ts';
import { teachDanger } from './teach-danger.ts';
import { tellReceived } from './tell-requester.ts';
import { isToPolice } from './transfers.ts';

type Create = InputOf<typeof intake.createOrder>;

/** T1 受理: the agent writes the appeal down and decides: dispatch, answer, guide elsewhere or transfer. */
export async function createOrder(
  ctx: Context,
  input: Create,
): Promise<ReplyOf<typeof intake.createOrder>> {
  const order = await writeDown(ctx, input);
  await learning.decided(ctx, order.orderId, { matter: input.matterCode, type: input.type });
  learning.placed(ctx, order.orderId);
  return order;
}

/** Teaches nothing: matter, type and place may have been read from the words by ourselves. */
export async function writeDown(
  ctx: Context,
  input: Create,
): Promise<ReplyOf<typeof intake.createOrder>> {
  demand(permitted(ctx.actor, 'intake.receive'));
  const call = input.callId ? await telephony.callOf(ctx, input.callId) : null;
  const requester = {
    ...input.requester,
    phone: input.requester.phone ?? call?.number ?? undefined,
  };
  refuseUnless(requester.phone || input.anonymous, 'intake.number-or-anonymous');
  await matters.checkFields(
    ctx,
    input.matterCode,
    input.fields,
    'centre',
    input.result === 'dispatch' ? 'all' : 'given',
  );
  const text = `${input.title ?? ''}。${input.content}。${input.demand ?? ''}`;
  const computed = await assess(ctx, text, input.matterCode, input);
  const urgency = settleUrgency(ctx, computed, input.urgency, input.urgencyReason);
  const outcome = await outcomeOf(ctx, input, urgency);
  const marks = marksOf(computed);

  const received = await receiveAppeal(ctx, {
    ...input,
    requester,
    channel: call ? 'phone' : (input.channel ?? 'visit'),
    status: outcome.status,
    urgency,
    secrecy: secrecyOf(input),
    more: {
      ...marks.more,
      ...outcome.set,
      result: input.result,
      call_id: call?.id ?? null,
      dialled_line: call?.dialledLine ?? null,
      needs_reply: input.needsReply,
      needs_call_back: input.needsCallBack,
    },
    data: {
      ...outcome.data,
      ...marks.data,
      result: input.result,
      call: call?.id ?? null,
    },
  });
  const { order } = received;
  if (input.sameAs) await issues.joinAtIntake(ctx, order, input.sameAs);
  await carryOut(ctx, order, outcome);
  if (call && outcome.transfer && isToPolice(outcome.transfer.to))
    await telephony.putThroughIfOn(ctx, { callId: call.id, orderId: order.id, number: police });
  await teachDanger(ctx, order.id, { ...computed, chosen: input.urgency });
  await tellReceived(ctx, received, outcome);
  return {
    orderId: order.id,
    orderNo: order.order_no,
    status: order.status,
    urgency,
    promiseAt: null,
  };
}

/** 举报默认保密 (domain 2.11); what the requester wishes is never lowered; an anonymous person is level 2 at least. */
export function secrecyOf(input: {
  type: string;
  secrecy: SecrecyLevel;
  anonymous: boolean;
}): SecrecyLevel {
  const byType: SecrecyLevel = input.type === 'JB' ? 1 : 0;
  const byWish: SecrecyLevel = input.anonymous ? 2 : 0;
  return [input.secrecy, byType, byWish].reduce((a, b) => (a > b ? a : b));
}
