import type { handling } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { advanceAssignment, ofOrder, stageReportLater } from '../dispatch/index.ts';
import { answerMembers } from '../merging/index.ts';
import { notify } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import { personalIn } from './check-answer.ts';
import { mayReview } from './policy.ts';

/** T18: the reply answers the point and shows its evidence. The citizen gets one answer, the lead's. */
export async function approveReply(
  ctx: Context,
  input: InputOf<typeof handling.approveReply>,
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, input.orderId);
  demand(mayReview(ctx.actor, order));
  const lead = (await ofOrder(ctx, order.id)).find(
    ({ role, state }) => role === 'lead' && state === 'submitted',
  );
  refuseUnless(lead, 'dispatch.no-such-assignment');

  const corrected = input.publicAnswer
    ? await orders.addText(ctx, order.id, { kind: 'answer', content: input.publicAnswer })
    : null;
  const answer = await publicAnswer(ctx, order.id);
  const personal = await personalIn(ctx, order.id, answer.content);
  await answerMembers(ctx, order, answer);
  await advanceAssignment(ctx, lead, 'finish', { set: { done_at: ctx.now } });
  await orders.advance(ctx, order, 'approve-reply', {
    set: { replied_at: ctx.now, parked_at: null },
    data: {
      lead: lead.unit_code,
      answer: corrected?.no ?? null,
      digest: corrected?.digest ?? null,
      // What the machine took for personal and a person let out all the same: how much, never what.
      personal: personal.length,
    },
  });
  if (order.needs_reply) await tellAnswer(ctx, order, answer.content);
  return { done: true };
}

const publicAnswer = async (ctx: Context, orderId: string) =>
  (await orders.textsOf(ctx, orderId)).findLast(({ kind }) => kind === 'answer') ?? {
    no: 0,
    content: '',
  };

/** The citizen's one message: the answer, and where to rate it. */
async function tellAnswer(ctx: Context, order: orders.Order, answer: string): Promise<void> {
  await notify(ctx, {
    template: 'replied',
    channel: 'sms',
    to: { kind: 'requester', orderId: order.id },
    orderId: order.id,
    facts: { order_no: order.order_no, answer, link: '/c/' },
    urgent: false,
  });
}

/** T17 审核退回: the clock runs on from where it stood, the time is the unit's. */
export async function rejectReply(
  ctx: Context,
  input: InputOf<typeof handling.rejectReply>,
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, input.orderId);
  demand(mayReview(ctx.actor, order));
  const lead = (await ofOrder(ctx, order.id)).find(
    ({ role, state }) => role === 'lead' && state === 'submitted',
  );
  refuseUnless(lead, 'dispatch.no-such-assignment');

  const why = await orders.addText(ctx, order.id, { kind: 'reason', content: input.note });
  const data = { reason: input.reason, text: why.no, digest: why.digest };
  await advanceAssignment(ctx, lead, 'reject-reply', { set: { submitted_at: null }, data });
  if (!order.parked_at) await stageReportLater(ctx, lead);
  await orders.advance(ctx, order, order.parked_at ? 'reject-clearing' : 'reject-reply', { data });
  return { done: true };
}
