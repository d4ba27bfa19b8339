import type { telephony } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { hotline } from '../organisation/index.ts';
import { type CallView, viewCall } from './call-view.ts';
import { find } from './calls.repo.ts';
import { hearAll } from './hear.ts';
import { queueFor } from './quieted.ts';
import { refuseWhileTalking } from './talk.ts';

/** 模拟来电: a call rings at every agent's desk; without a number somebody invented rings. */
export async function ringDemoCall(
  ctx: Context,
  input: InputOf<typeof telephony.ringDemoCall>,
): Promise<CallView> {
  const { sim } = ctx.ports.telephones;
  const callId = ctx.newId();
  const number = input.number ?? sim.inventedNumber(callId);
  const dialledLine = input.dialledLine ?? hotline;
  const queue = await queueFor(ctx, number);
  await hearAll(ctx, sim.begin({ callId, at: ctx.now, number, dialledLine, queue }));
  return viewCall(ctx, await find(ctx, callId));
}

/** 话机手录: the agent is already talking on a desk telephone and types the number. */
export async function startManualCall(
  ctx: Context,
  input: InputOf<typeof telephony.startManualCall>,
): Promise<CallView> {
  const agentId = ctx.actor.accountId;
  refuseUnless(agentId, 'identity.not-permitted');
  await refuseWhileTalking(ctx, agentId);
  const callId = ctx.newId();
  const dialledLine = input.dialledLine ?? hotline;
  const call = { callId, at: ctx.now, number: input.number, dialledLine, agentId };
  await hearAll(ctx, ctx.ports.telephones.manual.begin(call));
  return viewCall(ctx, await find(ctx, callId));
}
