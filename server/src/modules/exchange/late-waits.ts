import type { Context } from '../../platform/context.ts';
import {
  centre,
  isWaiting,
  type Standing,
  waitForCentre,
  waitForCentreSince,
  waitRules,
} from '../waits/index.ts';
import { deskTopic } from './died.ts';
import { hasDead, pendingOf } from './pending.repo.ts';
import { oldestWaiting } from './queue.repo.ts';

/** 死信无人处置: a person has not looked at it within the limit; the shift lead hears, then the director. */
waitRules({
  kind: 'dead-letter',
  subject: 'message',
  topic: deskTopic,
  standing: (ctx, { id }) => standsAs(ctx, id, 'dead'),
  pauses: null,
  moved: null,
  atEnd: { tells: async () => [centre('shift-lead'), centre('director')] },
});

/** 队列积压: the oldest message of a peer has not got through within the limit. */
waitRules({
  kind: 'exchange-queue',
  subject: 'message',
  topic: deskTopic,
  standing: (ctx, { id }) => standsAs(ctx, id, 'waiting'),
  pauses: null,
  moved: null,
  atEnd: { tells: async () => [centre('shift-lead'), centre('director')] },
});

/** 前序报文没有到: its forerunner never came, and nothing here shows it but the age of what waits. */
waitRules({
  kind: 'held-message',
  subject: 'message',
  topic: deskTopic,
  standing: async (ctx, { id }) => {
    const held = await pendingOf(ctx, id);
    if (held?.state !== 'held') return 'over';
    // Behind a dead letter it waits for that one, of which people are told.
    return (await hasDead(ctx, held)) ? 'over' : 'waiting';
  },
  pauses: null,
  moved: null,
  atEnd: { tells: async () => [centre('shift-lead'), centre('director')] },
});

export async function watchHeld(ctx: Context, id: string): Promise<void> {
  await waitForCentre(ctx, { kind: 'held-message', id, no: 0 }, 'held-message');
}

async function standsAs(ctx: Context, id: string, state: 'dead' | 'waiting'): Promise<Standing> {
  return (await pendingOf(ctx, id))?.state === state ? 'waiting' : 'over';
}

/**
 * After a run that left something behind: its oldest, from which the age of the queue is told. It has been on its way since
 * it was queued, not since what stood before it left.
 */
export async function watchQueue(ctx: Context, peer: string): Promise<void> {
  const oldest = await oldestWaiting(ctx, peer);
  if (oldest === null) return;
  const key = { kind: 'exchange-queue', id: oldest.id, no: 0 } as const;
  if (await isWaiting(ctx, key)) return;
  await waitForCentreSince(ctx, key, { code: 'exchange-queue', fromAt: oldest.at });
}
