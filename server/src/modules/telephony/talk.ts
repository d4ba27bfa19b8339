import type { telephony } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { type CallView, viewCall, viewCalls, viewOwnCall } from './call-view.ts';
import { find, onLine, ringing } from './calls.repo.ts';
import { hear } from './hear.ts';
import { hearsQuiet, mayAnswer, mayEnd } from './policy.ts';
import { legOf } from './put-through.repo.ts';

/** 待接来电. */
export async function listRinging(ctx: Context): Promise<ReplyOf<typeof telephony.listRinging>> {
  return { rows: await viewCalls(ctx, await ringing(ctx, { hearsQuiet: hearsQuiet(ctx.actor) })) };
}

/** 本人通话: still on the line, also when the browser that took them is gone. */
export async function listOwnCalls(ctx: Context): Promise<ReplyOf<typeof telephony.listOwnCalls>> {
  const calls = ctx.actor.accountId ? await onLine(ctx, ctx.actor.accountId) : [];
  return { rows: await Promise.all(calls.map((call) => viewOwnCall(ctx, call))) };
}

/** One ear, one call: whoever rings second would speak to nobody. Refuses `telephony.still-talking`. */
export async function refuseWhileTalking(ctx: Context, agentId: string): Promise<void> {
  refuseUnless((await onLine(ctx, agentId)).length === 0, 'telephony.still-talking');
}

/** 接听: the first who answers has the call; whoever comes later is told so. */
export async function answerCall(ctx: Context, { callId }: { callId: string }): Promise<CallView> {
  const call = await find(ctx, callId);
  demand(mayAnswer(ctx.actor, call));
  const agentId = ctx.actor.accountId;
  refuseUnless(agentId, 'identity.not-permitted');
  await refuseWhileTalking(ctx, agentId);
  const isMine = await hear(ctx, { type: 'answered', callId, at: ctx.now, agentId });
  refuseUnless(isMine, 'telephony.call-taken');
  return viewCall(ctx, await find(ctx, callId));
}

/** 挂机. */
export async function endCall(ctx: Context, { callId }: { callId: string }): Promise<CallView> {
  const call = await find(ctx, callId);
  demand(mayEnd(ctx.actor, call));
  // Whoever waits for the other line must not be cut off by a key; whom it has stays with them.
  refuseUnless((await legOf(ctx, callId))?.state !== 'ringing', 'telephony.putting-through');
  const at = ctx.now;
  const isOver =
    call.state === 'dialling'
      ? await hear(ctx, { type: 'unreached', callId, at, cause: 'cancelled' })
      : await hear(ctx, { type: 'ended', callId, at });
  refuseUnless(isOver, 'telephony.call-over');
  return viewCall(ctx, await find(ctx, callId));
}
