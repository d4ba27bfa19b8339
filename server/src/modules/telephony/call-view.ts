import type { telephony } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { maskedPhone } from '../../platform/phone.ts';
import { decrypt } from '../../platform/secrets.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import type { Call } from './calls.repo.ts';
import { legOf } from './put-through.repo.ts';

export type CallView = ReplyOf<typeof telephony.answerCall>;
export type OwnCallView = ReplyOf<typeof telephony.ringBack>;

/** 来电 as the agent sees it: the number is masked, the dialled line has its name. */
export async function viewCalls(ctx: Context, calls: readonly Call[]): Promise<CallView[]> {
  const names = await organisation.lineNames(ctx);
  return calls.map((call) => ({
    id: call.id,
    state: call.state,
    driver: call.driver,
    direction: call.direction,
    cause: call.cause,
    isQuiet: call.queue === 'quiet',
    maskedNumber: maskedPhone(numberOf(ctx, call) ?? ''),
    dialledLine: call.dialled_line,
    dialledLineName: names.get(call.dialled_line) ?? call.dialled_line,
    offeredAt: call.offered_at.toISOString(),
    answeredAt: call.answered_at?.toISOString() ?? null,
    endedAt: call.ended_at?.toISOString() ?? null,
  }));
}

export async function viewCall(ctx: Context, call: Call): Promise<CallView> {
  const [view] = await viewCalls(ctx, [call]);
  if (!view) throw new Error(`Call ${call.id} has no view.`);
  return view;
}

/** 本人通话: a number to be dialled by hand is shown to whoever must dial it, as long as they do. */
export async function viewOwnCall(ctx: Context, call: Call): Promise<OwnCallView> {
  const byHand = call.state === 'dialling' && call.driver === 'manual';
  return {
    ...(await viewCall(ctx, call)),
    numberToDial: byHand ? numberOf(ctx, call) : null,
    putThrough: await viewLeg(ctx, call),
  };
}

async function viewLeg(ctx: Context, call: Call): Promise<OwnCallView['putThrough']> {
  const leg = await legOf(ctx, call.id);
  if (!leg) return null;
  const order = await orders.find(ctx, leg.order_id);
  if (!order) throw new Error(`Leg ${leg.id} has no order.`);
  return {
    number: leg.number,
    state: leg.state,
    cause: leg.cause,
    isByHand: !ctx.ports.telephones[call.driver].capabilities.dials,
    orderId: order.id,
    orderNo: order.order_no,
    askedAt: leg.asked_at.toISOString(),
    joinedAt: leg.joined_at?.toISOString() ?? null,
  };
}

export function numberOf(ctx: Context, call: Call): string | null {
  return call.number_enc ? decrypt(ctx.keys, call.number_enc) : null;
}
