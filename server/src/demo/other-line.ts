import { randomBytes } from 'node:crypto';
import type { DayRow } from '@minsheng/contract/public/exchange.ts';
import { findCase, lockIncoming } from '../modules/exchange/cases.repo.ts';
import { claimMessages } from '../modules/exchange/claim-messages.ts';
import { changePeer, type Peer, peerOf } from '../modules/exchange/peers.repo.ts';
import { registerPeer } from '../modules/exchange/peers.ts';
import { sendNoMore } from '../modules/exchange/queue-message.ts';
import { compareDay, messagesOn } from '../modules/exchange/reconcile.ts';
import { reconcileDaily } from '../modules/exchange/reconcile-days.ts';
import { recordOutcomes } from '../modules/exchange/record-outcomes.ts';
import type { Context } from '../platform/context.ts';
import { encrypt } from '../platform/secrets.ts';

/**
 * 虚构的对接方: what the pretend 110 would have said. No program stands behind it, so that it is switched off except
 * while something passes: the demo's centre telephones with 110 as before, until a real one is registered.
 */
export const otherLine = { code: 'demo-110', name: '示例110接警系统(虚构,演示用)' } as const;

export async function registerLine(ctx: Context): Promise<void> {
  await registerPeer(ctx, {
    ...{ code: otherLine.code, name: otherLine.name, adapter: 'police-110', net: null },
    // The port of nothing: nobody is asked by mistake.
    ...{ base_url: 'http://127.0.0.1:9/demo', own_code: 'minsheng-demo', unit_code: null },
    ...{ scheme: 'hmac-sha256', secret_enc: encrypt(ctx.keys, randomBytes(24).toString('hex')) },
    ...{ peer_key: null, is_on: false, per_minute: 600 },
  });
}

export async function line(ctx: Context): Promise<Peer> {
  const peer = await peerOf(ctx, otherLine.code);
  if (!peer) throw new Error('The other line of the demo is not registered.');
  return peer;
}

/** Switched on for what it must hear of at once. */
export async function whileOn<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  await changePeer(ctx, otherLine.code, { is_on: true });
  const done = await work();
  await changePeer(ctx, otherLine.code, { is_on: false });
  return done;
}

/** Their number of a case that began here. */
export const lineNo = (ourNo: string): string => `YS-${ourNo.slice(-10)}`;

/** The order of a case of theirs; null before it was applied. */
export async function orderOfLine(ctx: Context, theirNo: string): Promise<string | null> {
  const { case_id } = await lockIncoming(ctx, otherLine.code, theirNo);
  return case_id && ((await findCase(ctx, case_id))?.order_id ?? null);
}

/** 对账: they have what we have; of the day that is named they say one more, so that a page shows what that looks like. */
export async function compareWithLine(
  ctx: Context,
  { day, isUneven }: { day: string; isUneven: boolean },
): Promise<void> {
  const peer = await line(ctx);
  const ours = await messagesOn(ctx, peer, day);
  const theirs = ours.map((row) => ({
    ...{ id: row.message_id, kind: row.kind, digest: row.digest.toString('hex') },
    ...{ direction: row.direction === 'in' ? ('sent' as const) : ('received' as const) },
    ...{ state: 'delivered', case: { sender: row.sender_no, receiver: null } },
  }));
  const more: DayRow[] = isUneven
    ? [
        {
          ...{ id: ctx.newId(), direction: 'sent', kind: 'supplement', digest: '0'.repeat(64) },
          ...{ state: 'delivered', case: { sender: 'YS-000009', receiver: null } },
        },
      ]
    : [];
  await compareDay(ctx, peer, { day, ours, theirs: [...theirs, ...more] });
}

/** Jobs that would ask another program: in the demo its errands say what that one said. */
export const answeredByNobody: ReadonlyMap<string, (ctx: Context) => Promise<void>> = new Map([
  ['exchange:send', receipted],
  ['exchange:apply', async () => {}],
  ['exchange:reconcile', async (ctx) => reconcileDaily(ctx)],
  ['data-sharing:tell-peer', async () => {}],
]);

async function receipted(ctx: Context): Promise<void> {
  const { code } = otherLine;
  await whileOn(ctx, async () => {
    for (;;) {
      const batch = await claimMessages(ctx, code, { isFirstLane: true });
      if (batch === null) break;
      const outcomes = batch.claimed.map((claimed) => ({
        claimed,
        outcome: { kind: 'over' as const, number: lineNo(claimed.envelope.case.sender) },
      }));
      await recordOutcomes(ctx, batch, outcomes);
    }
  });
  sendNoMore(ctx, code);
}
