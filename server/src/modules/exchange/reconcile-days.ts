import { exchange } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { z } from 'zod';
import { systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { enqueue, handleApart, job, later, oneAtATime } from '../../platform/jobs.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { transact } from '../../platform/transact.ts';
import { adapterNamed } from './adapter.ts';
import { dayBefore, dayStart, protocolDay } from './messages.repo.ts';
import { allPeers, type Peer, peerOf } from './peers.repo.ts';
import { reconcile } from './reconcile.ts';
import { daysToReconcile, reconciliations } from './reconciliations.repo.ts';

const everyPeer = job('exchange:reconcile', z.object({}));
const oneDay = job('exchange:reconcile-day', z.object({ peer: z.string(), day: z.iso.date() }));

/** A day that did not fit is compared again for so many days: what was under way may have come. */
const daysLookedAt = 7;
const hourMs = 3_600_000;
/** 02:00 by UTC+8: the day is over, and what was late has had two hours. */
const dailyHour = 2;

/** The first of the days that are compared again. */
export function comparedFrom({ now }: Context): string {
  let from = protocolDay(now);
  for (let count = 0; count < daysLookedAt; count += 1) from = dayBefore(from);
  return from;
}

function nextRun(now: Date): Date {
  const today = dayStart(protocolDay(now)).getTime() + dailyHour * hourMs;
  return new Date(today > now.getTime() ? today : today + 24 * hourMs);
}

/** From when there is somebody to compare with; each run sees to the next. */
export function reconcileDaily(ctx: Context): void {
  later(ctx, everyPeer, {}, { at: nextRun(ctx.now), key: 'exchange:reconcile' });
}

/** A folder answers no such questions, and neither does an interface that is not ours. */
const answersDays = ({ adapter }: Peer): boolean => !adapterNamed(adapter).carries;
const isAsked = (peer: Peer): boolean => peer.isOn && answersDays(peer);

handleApart(everyPeer, async (runtime) => {
  await transact(runtime, systemActor, async (ctx) => {
    const to = dayBefore(protocolDay(ctx.now));
    const earliest = comparedFrom(ctx);
    for (const { code: peer, madeAt } of (await allPeers(ctx)).filter(isAsked)) {
      const known = protocolDay(madeAt);
      const from = known > earliest ? known : earliest;
      for (const day of await daysToReconcile(ctx, { peer, from, to }))
        enqueue(ctx, oneDay, { peer, day });
    }
    reconcileDaily(ctx);
  });
});

handleApart(oneDay, async (runtime, { peer, day }) => {
  const found = await transact(runtime, systemActor, (ctx) => peerOf(ctx, peer));
  if (found && isAsked(found)) await reconcile(runtime, found, day);
});
// A peer that lets us wait may delay the others of the night, and nothing besides.
oneAtATime(oneDay);

/** 立即对账. */
export async function reconcileDay(
  ctx: Context,
  { peer, day }: InputOf<typeof exchange.reconcileDay>,
): Promise<{ done: true }> {
  const known = await peerOf(ctx, peer);
  refuseUnless(known, 'exchange.no-such-peer');
  refuseUnless(answersDays(known), 'exchange.not-compared', { name: known.name });
  refuseUnless(day < protocolDay(ctx.now), 'exchange.day-not-over');
  enqueue(ctx, oneDay, { peer, day });
  return { done: true };
}

const shownCap = 200;
const mostMismatches = 100;
const mismatch = exchange.listReconciliations.reply.shape.rows.element.shape.mismatches;

export async function listReconciliations(
  ctx: Context,
  { peer }: InputOf<typeof exchange.listReconciliations>,
): Promise<ReplyOf<typeof exchange.listReconciliations>> {
  const wanted = { peer: peer ?? null, limit: shownCap, most: mostMismatches };
  const rows = await reconciliations(ctx, wanted);
  const names = new Map((await allPeers(ctx)).map(({ code, name }) => [code, name]));
  return {
    rows: rows.map((row) => ({
      peer: row.peer,
      peerName: names.get(row.peer) ?? row.peer,
      day: row.day,
      at: row.at.toISOString(),
      state: row.state === 'compared' ? 'compared' : 'unreachable',
      sent: row.sent,
      received: row.received,
      closed: row.closed,
      mismatches: mismatch.parse(row.mismatches),
      mismatched: row.mismatched,
    })),
    shownCap,
  };
}
