import type { handling } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { isStanding } from '@minsheng/contract/words/assignment.ts';
import { isUrgent } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { type DutyKey, holdDuty, one } from '../dispatch/index.ts';
import * as identity from '../identity/index.ts';
import { notify } from '../notices/index.ts';
import { cityHour } from '../organisation/index.ts';
import { maySendLink } from './policy.ts';

const linkHours = 24;

/**
 * 一次性链接: a link and a code for this one duty, for village staff who never sign in (M5-3). The unit's own front-line
 * worker gets it, if the city knows their number; otherwise the duty phone.
 */
export async function sendLink(ctx: Context, key: DutyKey): Promise<{ done: true }> {
  const { order, duty } = await holdDuty(ctx, key);
  demand(maySendLink(ctx.actor, order, duty));
  const { token, code } = await identity.makeLink(ctx, {
    purpose: 'front-line',
    orderId: order.id,
    assignmentId: duty.id,
    unitCode: duty.unit_code,
    minutes: linkHours * 60,
  });
  const expiresAt = new Date(ctx.now.getTime() + linkHours * 3_600_000);
  const [worker] = await identity.frontLineOf(ctx, duty.unit_code);
  const expires = cityHour(expiresAt, ctx.city.zone);
  await notify(ctx, {
    template: 'front-line-link',
    channel: 'sms',
    to: {
      kind: 'duty',
      unitCode: duty.unit_code,
      position: 1,
      phoneEnc: worker?.phone_enc ?? null,
    },
    orderId: order.id,
    assignmentId: duty.id,
    facts: {
      order_no: order.order_no,
      urgency: order.urgency,
      link: `/c/f#t=${token}`,
      code,
      expires: `${expires.on} ${expires.time}`,
    },
    urgent: isUrgent(order.urgency),
  });
  return { done: true };
}

/** 打开链接: a duty that was taken back or returned opens no more. */
export async function openLink(
  ctx: Context,
  input: InputOf<typeof handling.openLink>,
): Promise<ReplyOf<typeof handling.openLink>> {
  const opened = await identity.openLink(ctx, input.token, input.code);
  const duty = await one(ctx, opened.orderId, opened.assignmentId);
  refuseUnless(isStanding(duty.state) && duty.readers === null, 'handling.link-invalid');
  return opened;
}
