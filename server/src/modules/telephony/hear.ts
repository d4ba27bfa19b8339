import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { cancelLater, handle, job, later } from '../../platform/jobs.ts';
import { encrypt } from '../../platform/secrets.ts';
import type { CallEvent } from '../../ports/telephone/telephone.ts';
import { phoneIndex } from '../requesters/index.ts';
import { callSteps } from './call-steps.ts';
import { type CallChange, insert, move } from './calls.repo.ts';

/** 振铃时限: after that nobody answered, and the call is one to ring back. */
const ringSeconds = 60;

/** Carries no number: what it means stands in the call's row. */
const due = z.object({ callId: z.uuid(), type: z.enum(['abandoned', 'missed', 'ended']) });
const hearDue = job('telephony:hear-due', due);

/** What a driver says, in order; what lies ahead is heard when the clock gets there. */
export async function hearAll(ctx: Context, events: readonly CallEvent[]): Promise<void> {
  for (const event of events) {
    if (event.at <= ctx.now) await hear(ctx, event);
    else if (event.type !== 'offered' && event.type !== 'answered' && event.type !== 'queued')
      hearLater(ctx, { callId: event.callId, type: event.type }, event.at);
  }
}

/** 话务事件: the only writer of a call's state. Answers false when something else came first; then nothing happened. */
export async function hear(ctx: Context, event: CallEvent): Promise<boolean> {
  if (event.type === 'offered') {
    await offer(ctx, event);
    return true;
  }
  const step = callSteps[event.type];
  if (!(await move(ctx, event.callId, step, changeOf(event)))) return false;
  if (step.from !== step.to && step.from === 'ringing') stopRinging(ctx, event.callId);
  tell(ctx, { kind: 'call', id: event.callId }, step.event, {
    from: step.from,
    to: step.to,
    agent: event.type === 'answered' ? event.agentId : null,
  });
  announce(ctx, 'desk:calls');
  return true;
}

async function offer(ctx: Context, event: CallEvent & { type: 'offered' }): Promise<void> {
  const subject = { kind: 'call', id: event.callId } as const;
  isNew(ctx, subject);
  await insert(ctx, {
    id: event.callId,
    driver: event.driver,
    number_enc: encrypt(ctx.keys, event.number),
    number_index: phoneIndex(ctx, event.number),
    dialled_line: event.dialledLine,
    offered_at: event.at,
  });
  tell(ctx, subject, 'telephony.offered', {
    from: null,
    to: 'ringing',
    driver: event.driver,
    dialledLine: event.dialledLine,
  });
  const until = new Date(event.at.getTime() + ringSeconds * 1000);
  hearLater(ctx, { callId: event.callId, type: 'missed' }, until);
  announce(ctx, 'desk:calls');
}

function changeOf(event: Exclude<CallEvent, { type: 'offered' }>): CallChange {
  switch (event.type) {
    case 'queued':
      return { queued_at: event.at };
    case 'answered':
      return { answered_at: event.at, agent: event.agentId };
    case 'abandoned':
    case 'missed':
    case 'ended':
      return { ended_at: event.at };
    default:
      return event satisfies never;
  }
}

function hearLater(ctx: Context, payload: z.output<typeof due>, at: Date): void {
  later(ctx, hearDue, payload, { at, key: keyOf(payload) });
}

/** The ring is over: what would have ended it need not come. */
function stopRinging(ctx: Context, callId: string): void {
  cancelLater(ctx, keyOf({ callId, type: 'missed' }));
  cancelLater(ctx, keyOf({ callId, type: 'abandoned' }));
}

const keyOf = ({ callId, type }: z.output<typeof due>): string => `call:${callId}:${type}`;

handle(hearDue, async (ctx, { callId, type }) => {
  await hear(ctx, { type, callId, at: ctx.now });
});
