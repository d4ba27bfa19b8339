import { unreachedCauses } from '@minsheng/contract/words/calls.ts';
import type { EventType } from '@minsheng/contract/words/events.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { cancelLater, handle, job, later } from '../../platform/jobs.ts';
import { encrypt } from '../../platform/secrets.ts';
import type { CallEvent } from '../../ports/telephone/telephone.ts';
import { phoneIndex } from '../requesters/index.ts';
import { type CallStep, callSteps } from './call-steps.ts';
import { type CallChange, insert, move } from './calls.repo.ts';
import { saysDanger } from './hear-danger.ts';
import { endLeg } from './hear-put-through.ts';
import { settleReturns } from './settle-returns.ts';

/** 振铃时限: after that nobody answered, and the call is one to ring back. */
const ringSeconds = 60;
/** A talk whose browser was lost and whose agent never came back does not last for ever. */
const longestTalkSeconds = 4 * 60 * 60;
/** Nobody said what became of a call dialled by hand: the next agent may ring. */
const dialSeconds = 10 * 60;

/** Carries no number: what it means stands in the call's row. */
const due = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['abandoned', 'missed', 'reached', 'ended']), callId: z.uuid() }),
  z.object({ type: z.literal('unreached'), callId: z.uuid(), cause: z.enum(unreachedCauses) }),
]);
type Due = z.output<typeof due>;
const hearDue = job('telephony:hear-due', due);

/** What a driver says, in order; what lies ahead is heard when the clock gets there. */
export async function hearAll(ctx: Context, events: readonly CallEvent[]): Promise<void> {
  for (const event of events) {
    if (event.at <= ctx.now) await hear(ctx, event);
    else {
      // What a driver tells ahead is an end or an answer; a call itself begins now.
      const ahead = due.safeParse(event);
      if (ahead.success) hearLater(ctx, ahead.data, event.at);
    }
  }
}

type Moving = Exclude<CallEvent, { type: 'offered' | 'dialled' | 'said' }>;

/** 话务事件: the only writer of a call's state. Answers false when something else came first; then nothing happened. */
export async function hear(ctx: Context, event: CallEvent): Promise<boolean> {
  if (event.type === 'offered' || event.type === 'dialled') {
    await begin(ctx, event);
    return true;
  }
  if (event.type === 'said') return hearWords(ctx, event);
  const step = callSteps[event.type];
  const moved = await move(ctx, event.callId, step, changeOf(event));
  if (!moved) return false;
  if (step.from !== step.to) stopWaiting(ctx, event.callId, step.from);
  tell(ctx, { kind: 'call', id: event.callId }, step.event, {
    from: step.from,
    to: step.to,
    agent: event.type === 'answered' ? event.agentId : null,
    ...('cause' in event && { cause: event.cause }),
    ...('queue' in event && { queue: event.queue }),
    ...('by' in event && { by: event.by }),
  });
  if (step.to === 'ended') await endLeg(ctx, event.callId);
  if (step.to === 'answered') {
    const until = secondsAfter(event.at, longestTalkSeconds);
    hearLater(ctx, { type: 'ended', callId: event.callId }, until);
    await settleReturns(ctx, moved, event.type === 'reached' ? 'reached' : 'rang-again');
  }
  announce(ctx, 'desk:calls');
  return true;
}

/** 紧急不拦: words of danger open the quiet queue as the emergency key does. */
async function hearWords(
  ctx: Context,
  { callId, at, words }: Extract<CallEvent, { type: 'said' }>,
): Promise<boolean> {
  if (!(await saysDanger(ctx, words))) return false;
  return hear(ctx, { type: 'let-through', callId, at, by: 'words' });
}

const secondsAfter = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000);

const beginnings = {
  offered: { state: 'ringing', event: 'telephony.offered', direction: 'in' },
  dialled: { state: 'dialling', event: 'telephony.dialled', direction: 'out' },
} as const satisfies Record<string, { event: EventType; [word: string]: string }>;

type Beginning = Extract<CallEvent, { type: keyof typeof beginnings }>;

async function begin(ctx: Context, event: Beginning): Promise<void> {
  const subject = { kind: 'call', id: event.callId } as const;
  const { state, event: type, direction } = beginnings[event.type];
  isNew(ctx, subject);
  await insert(ctx, {
    id: event.callId,
    driver: event.driver,
    state,
    direction,
    agent: event.type === 'dialled' ? event.agentId : null,
    number_enc: encrypt(ctx.keys, event.number),
    number_index: phoneIndex(ctx, event.number),
    dialled_line: event.dialledLine,
    offered_at: event.at,
  });
  tell(ctx, subject, type, {
    from: null,
    to: state,
    driver: event.driver,
    dialledLine: event.dialledLine,
    ...(event.type === 'dialled' && { agent: event.agentId }),
  });
  hearLater(ctx, ...givenUp(event));
  announce(ctx, 'desk:calls');
}

/** What it comes to when nobody does anything. */
function givenUp({ type, callId, at }: Beginning): [Due, Date] {
  return type === 'offered'
    ? [{ type: 'missed', callId }, secondsAfter(at, ringSeconds)]
    : [{ type: 'unreached', callId, cause: 'cancelled' }, secondsAfter(at, dialSeconds)];
}

function changeOf(event: Moving): CallChange {
  switch (event.type) {
    case 'queued':
      return { queued_at: event.at, queue: event.queue };
    case 'let-through':
      return { queue: 'general' };
    case 'answered':
      return { answered_at: event.at, agent: event.agentId };
    case 'reached':
      return { answered_at: event.at };
    case 'unreached':
      return { ended_at: event.at, cause: event.cause };
    case 'abandoned':
    case 'missed':
    case 'ended':
      return { ended_at: event.at };
    default:
      return event satisfies never;
  }
}

function hearLater(ctx: Context, payload: Due, at: Date): void {
  later(ctx, hearDue, payload, { at, key: keyOf(payload) });
}

/** What else would have come in this state need not. */
const waitedFor = {
  ringing: ['missed', 'abandoned'],
  dialling: ['reached', 'unreached'],
  answered: ['ended'],
} as const satisfies Record<(typeof callSteps)[CallStep]['from'], readonly Due['type'][]>;

function stopWaiting(ctx: Context, callId: string, from: keyof typeof waitedFor): void {
  for (const type of waitedFor[from]) cancelLater(ctx, keyOf({ callId, type }));
}

const keyOf = ({ callId, type }: Pick<Due, 'callId' | 'type'>): string => `call:${callId}:${type}`;

handle(hearDue, async (ctx, what) => {
  await hear(ctx, { ...what, at: ctx.now });
});
