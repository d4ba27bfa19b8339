import type { disputes as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { lastRound, roundLabel } from '@minsheng/contract/words/disputes.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { ofOrder } from '../dispatch/index.ts';
import { meetingAbout, planMeeting } from '../meetings/index.ts';
import * as orders from '../orders/index.ts';
import { mustHear } from './policy.ts';
import { type Return, returnsOf } from './returns.repo.ts';
import { conferenceText } from './text.ts';

/** 安排会商 (domain 2.6.4): the meeting of round three, with all that led or may lead, and whom the centre asks besides. */
export async function planConference(
  ctx: Context,
  { orderId, place, startsAt, units }: InputOf<typeof contract.planConference>,
): Promise<ReplyOf<typeof contract.planConference>> {
  const order = await orders.lockVisible(ctx, orderId);
  const open = (await returnsOf(ctx, orderId)).find(({ state }) => state === 'asked');
  refuseUnless(open && open.round >= lastRound, 'disputes.no-conference', {
    round: roundLabel[lastRound] ?? '',
  });
  await refuseSecond(ctx, open);
  const candidates = await candidatesFor(ctx, open);
  return planMeeting(ctx, {
    title: conferenceText.title(order.order_no),
    place,
    startsAt,
    agenda: [{ title: conferenceText.item, subject: { kind: 'order', id: orderId } }],
    units: [...new Set([...candidates, ...units])],
  });
}

/** One request of round three is heard in one meeting; a cancelled one makes room. */
async function refuseSecond(ctx: Context, { order_id, asked_at }: Return): Promise<void> {
  const planned = await meetingAbout(ctx, { subjectId: order_id, since: asked_at });
  refuseUnless(!planned, 'disputes.conference-planned');
}

/** 候选单位: everybody who led, and the unit named as the proper one. */
export async function candidatesFor(ctx: Context, open: Return): Promise<readonly string[]> {
  const duties = await ofOrder(ctx, open.order_id);
  const led = duties.filter(({ role }) => role === 'lead').map(({ unit_code }) => unit_code);
  return mustHear(open, led, open.proper_unit ?? undefined);
}
