import { unreachedCauses } from '@minsheng/contract/words/calls.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { cancelLater, handle, job, later } from '../../platform/jobs.ts';
import type { PutThroughEvent } from '../../ports/telephone/telephone.ts';
import { insertLeg, legOf, moveLeg } from './put-through.repo.ts';

const leg = { callId: z.uuid(), legId: z.uuid() };
const due = z.discriminatedUnion('type', [
  z.object({ ...leg, type: z.literal('joined') }),
  z.object({ ...leg, type: z.literal('not-joined'), cause: z.enum(unreachedCauses) }),
]);
const hearDue = job('telephony:hear-put-through', due);

/** What a driver says of the other line; what lies ahead is heard when the clock gets there. */
export async function hearLeg(ctx: Context, events: readonly PutThroughEvent[]): Promise<void> {
  for (const event of events) {
    if (event.at <= ctx.now) await hearOne(ctx, event);
    else {
      const ahead = due.safeParse(event);
      if (ahead.success) later(ctx, hearDue, ahead.data, { at: event.at, key: keyOf(event.legId) });
    }
  }
}

/** The only writer of a leg's state. Answers false when something else came first; then nothing happened. */
export async function hearOne(ctx: Context, event: PutThroughEvent): Promise<boolean> {
  const { callId } = event;
  switch (event.type) {
    case 'put-through':
      await insertLeg(ctx, event);
      break;
    case 'joined': {
      const step = { from: ['ringing'], to: 'joined' } as const;
      if (!(await moveLeg(ctx, event, step, { joined_at: event.at }))) return false;
      break;
    }
    case 'not-joined': {
      const step = { from: ['ringing', 'joined'], to: 'failed' } as const;
      const set = { ended_at: event.at, cause: event.cause };
      if (!(await moveLeg(ctx, event, step, set))) return false;
      break;
    }
    default:
      return event satisfies never;
  }
  if (event.type !== 'put-through') cancelLater(ctx, keyOf(event.legId));
  tell(ctx, { kind: 'call', id: callId }, `telephony.${event.type}`, {
    leg: event.legId,
    order: (await legOf(ctx, callId))?.order_id ?? null,
    ...(event.type === 'put-through' && { number: event.number }),
    ...(event.type === 'not-joined' && { cause: event.cause }),
  });
  announce(ctx, 'desk:calls');
  return true;
}

/** The call is over: whom the other line has stays with them, whom it has not is not rung for any more. */
export async function endLeg(ctx: Context, callId: string): Promise<void> {
  const open = await legOf(ctx, callId);
  if (open?.state === 'joined') await handedOver(ctx, callId, open.id);
  if (open?.state === 'ringing')
    await hearOne(ctx, {
      type: 'not-joined',
      callId,
      legId: open.id,
      at: ctx.now,
      cause: 'cancelled',
    });
}

async function handedOver(ctx: Context, callId: string, legId: string): Promise<void> {
  const step = { from: ['joined'], to: 'handed-over' } as const;
  await moveLeg(ctx, { callId, legId }, step, { ended_at: ctx.now });
  tell(ctx, { kind: 'call', id: callId }, 'telephony.handed-over', { leg: legId });
}

const keyOf = (legId: string): string => `leg:${legId}`;

handle(hearDue, async (ctx, what) => {
  await hearOne(ctx, { ...what, at: ctx.now });
});
