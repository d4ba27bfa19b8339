import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { numberOf } from './call-view.ts';
import { find } from './calls.repo.ts';

export interface CallFacts {
  id: string;
  dialledLine: string;
  number: string | null;
  /** 通话中: somebody is on the line. */
  isOn: boolean;
}

/** 本次来电, for the order written down from it. A call somebody else answered is refused like one that does not exist. */
export async function callOf(ctx: Context, callId: string): Promise<CallFacts> {
  const call = await find(ctx, callId);
  refuseUnless(call.agent === ctx.actor.accountId, 'telephony.no-such-call');
  return {
    id: call.id,
    dialledLine: call.dialled_line,
    number: numberOf(ctx, call),
    isOn: call.ended_at === null,
  };
}
