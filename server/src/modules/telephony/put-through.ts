import type { telephony } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { type OwnCallView, viewOwnCall } from './call-view.ts';
import { type Call, find } from './calls.repo.ts';
import { hear } from './hear.ts';
import { hearLeg, hearOne } from './hear-put-through.ts';
import { mayPutThrough } from './policy.ts';
import { type Leg, legOf } from './put-through.repo.ts';

/** May this call be put through now? Refuses `telephony.call-over`, `telephony.putting-through`. */
export async function mayStart(ctx: Context, callId: string): Promise<void> {
  await onCall(ctx, callId);
  refuseUnless(!isOpen(await legOf(ctx, callId)), 'telephony.putting-through');
}

/**
 * 一键转接的通话 (国办发〔2022〕12号): rings the other line into this call, if it is on. Its order goes ahead, so that the form
 * is there before the voice.
 */
export async function putThroughIfOn(
  ctx: Context,
  { callId, orderId, number }: { callId: string; orderId: string; number: string },
): Promise<void> {
  const call = await find(ctx, callId);
  if (call.state !== 'answered' || isOpen(await legOf(ctx, callId))) return;
  await ring(ctx, call, { number, orderId });
}

const isOpen = (leg: Leg | null): boolean => leg?.state === 'ringing' || leg?.state === 'joined';

/** 重新接通. */
export async function putThroughAgain(
  ctx: Context,
  { callId }: { callId: string },
): Promise<OwnCallView> {
  const call = await onCall(ctx, callId);
  const last = await openLeg(ctx, callId, ['failed', 'ringing', 'joined']);
  refuseUnless(!isOpen(last), 'telephony.putting-through');
  await ring(ctx, call, { number: last.number, orderId: last.order_id });
  return viewOwnCall(ctx, call);
}

/** 话机转接: whoever dials by hand alone hears what becomes of it. Refuses `telephony.driver-says`. */
export async function sayPutThrough(
  ctx: Context,
  { callId, outcome }: InputOf<typeof telephony.sayPutThrough>,
): Promise<OwnCallView> {
  const call = await onCall(ctx, callId);
  const { dials } = ctx.ports.telephones[call.driver].capabilities;
  refuseUnless(!dials, 'telephony.driver-says');
  const { id: legId } = await openLeg(ctx, callId, ['ringing']);
  const said = { callId, legId, at: ctx.now };
  await hearOne(
    ctx,
    outcome === 'joined'
      ? { ...said, type: 'joined' }
      : { ...said, type: 'not-joined', cause: outcome },
  );
  return viewOwnCall(ctx, call);
}

/** 取消转接: the caller and the agent go on alone; the order stays with the other line until somebody settles it there. */
export async function takeCallerBack(
  ctx: Context,
  { callId }: { callId: string },
): Promise<OwnCallView> {
  const call = await onCall(ctx, callId);
  const { id: legId } = await openLeg(ctx, callId, ['ringing', 'joined']);
  await hearOne(ctx, { type: 'not-joined', callId, legId, at: ctx.now, cause: 'cancelled' });
  return viewOwnCall(ctx, call);
}

/** 退出三方通话: the caller stays with the other line. Refuses `telephony.not-joined-yet`. */
export async function handCallerOver(
  ctx: Context,
  { callId }: { callId: string },
): Promise<OwnCallView> {
  await onCall(ctx, callId);
  const { state } = await openLeg(ctx, callId, ['ringing', 'joined']);
  refuseUnless(state === 'joined', 'telephony.not-joined-yet');
  await hear(ctx, { type: 'ended', callId, at: ctx.now });
  return viewOwnCall(ctx, await find(ctx, callId));
}

async function onCall(ctx: Context, callId: string): Promise<Call> {
  const call = await find(ctx, callId);
  demand(mayPutThrough(ctx.actor, call));
  return call;
}

async function openLeg(
  ctx: Context,
  callId: string,
  states: readonly Leg['state'][],
): Promise<Leg> {
  const leg = await legOf(ctx, callId);
  refuseUnless(leg && states.includes(leg.state), 'telephony.not-put-through');
  return leg;
}

async function ring(
  ctx: Context,
  { id, driver }: Call,
  to: { number: string; orderId: string },
): Promise<void> {
  const { sim, manual } = ctx.ports.telephones;
  const leg = { callId: id, legId: ctx.newId(), at: ctx.now, ...to };
  await hearLeg(ctx, driver === 'sim' ? sim.putThrough(leg) : manual.putThrough(leg));
}
