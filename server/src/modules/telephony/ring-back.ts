import type { telephony } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import type { CallDriver, Outgoing } from '../../ports/telephone/telephone.ts';
import type { Telephones } from '../../ports/telephone/telephones.ts';
import * as calendar from '../calendar/index.ts';
import * as matters from '../matters/index.ts';
import { hotline } from '../organisation/index.ts';
import { numberOf, type OwnCallView, viewCalls, viewOwnCall } from './call-view.ts';
import { type Call, find, findAll } from './calls.repo.ts';
import { hear, hearAll } from './hear.ts';
import { lockMissed, missedNumbers, ringsSince } from './missed.repo.ts';
import { maySayOutcome, mayUse } from './policy.ts';
import { returnAll } from './settle-returns.ts';
import { refuseWhileTalking } from './talk.ts';

const shownMissed = 50;

/** 未接来电 (66号文(四)): who rang and was not answered, newest first, one row a number. */
export async function listMissed(ctx: Context): Promise<ReplyOf<typeof telephony.listMissed>> {
  const [open, limit, working] = await Promise.all([
    missedNumbers(ctx, shownMissed + 1),
    matters.centreLimit(ctx, 'missed-call'),
    calendar.workingCalendar(ctx),
  ]);
  const shown = open.slice(0, shownMissed);
  const calls = await findAll(
    ctx,
    shown.map(({ id }) => id),
  );
  const views = new Map((await viewCalls(ctx, calls)).map((view) => [view.id, view]));
  const rows = shown.flatMap(({ id, ...missed }) => {
    const call = views.get(id);
    const due = calendar.deadline({ from: missed.firstEndedAt, limit, calendar: working });
    if (!call) return [];
    return [
      {
        call,
        tries: missed.tries,
        dueAt: due.dueAt.toISOString(),
        attempts: missed.attempts,
        isBeingRung: missed.lastState === 'dialling',
        lastCause: missed.lastState === 'unreached' ? missed.lastCause : null,
        lastAttemptAt: missed.lastAt?.toISOString() ?? null,
      },
    ];
  });
  return { rows, hasMore: open.length > shownMissed };
}

/** 回拨: one agent at a time rings a number back; by the switchboard, or by hand on a desk telephone. */
export async function ringBack(
  ctx: Context,
  { callId, driver }: InputOf<typeof telephony.ringBack>,
): Promise<OwnCallView> {
  demand(mayUse(ctx.actor));
  const agentId = ctx.actor.accountId;
  refuseUnless(agentId, 'identity.not-permitted');
  await refuseWhileTalking(ctx, agentId);
  const { call, number, rings } = await heldMissed(ctx, callId);
  refuseUnless(!rings.some(({ state }) => state === 'dialling'), 'telephony.being-rung');
  const made = { callId: ctx.newId(), at: ctx.now, number, dialledLine: hotline, agentId };
  await hearAll(ctx, dialled(ctx.ports.telephones, driver ?? call.driver, made));
  return viewOwnCall(ctx, await find(ctx, made.callId));
}

function dialled({ sim, manual }: Telephones, driver: CallDriver, call: Outgoing) {
  switch (driver) {
    case 'sim':
      return sim.dial(call);
    case 'manual':
      return manual.dial(call);
    default:
      return driver satisfies never;
  }
}

/** 回拨结果 of a call the agent dialled by hand: only the agent hears what became of it. */
export async function sayOutcome(
  ctx: Context,
  { callId, outcome }: InputOf<typeof telephony.sayOutcome>,
): Promise<OwnCallView> {
  const call = await find(ctx, callId);
  demand(maySayOutcome(ctx.actor, call, ctx.ports.telephones[call.driver].capabilities));
  const at = ctx.now;
  const heard =
    outcome === 'reached'
      ? await hear(ctx, { type: 'reached', callId, at })
      : await hear(ctx, { type: 'unreached', callId, at, cause: outcome });
  refuseUnless(heard, 'telephony.call-over');
  return viewOwnCall(ctx, await find(ctx, callId));
}

/** 不再回拨: settled another way, nothing to settle, or rung in vain; the last only after somebody has rung. */
export async function leaveMissed(
  ctx: Context,
  { callId, how }: InputOf<typeof telephony.leaveMissed>,
): Promise<{ done: true }> {
  demand(mayUse(ctx.actor));
  const { ids, rings } = await heldMissed(ctx, callId);
  refuseUnless(!rings.some(({ state }) => state === 'dialling'), 'telephony.being-rung');
  refuseUnless(how !== 'given-up' || rings.length > 0, 'telephony.not-rung-yet');
  await returnAll(ctx, ids, how, null);
  return { done: true };
}

interface HeldMissed {
  call: Call;
  number: string;
  ids: string[];
  rings: { state: string }[];
}

/** Refuses `telephony.no-such-call`, `telephony.already-returned`. */
async function heldMissed(ctx: Context, callId: string): Promise<HeldMissed> {
  const call = await find(ctx, callId);
  const number = numberOf(ctx, call);
  refuseUnless(number && call.number_index, 'telephony.no-such-call');
  const ids = await lockMissed(ctx, call.number_index);
  const [first] = ids;
  refuseUnless(first && ids.includes(callId), 'telephony.already-returned');
  return { call, number, ids, rings: await ringsSince(ctx, call.number_index, first) };
}
