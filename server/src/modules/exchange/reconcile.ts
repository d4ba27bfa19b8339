import type { MismatchKind } from '@minsheng/contract/exchange.ts';
import { type DayRow, dayPage } from '@minsheng/contract/public/exchange.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Context, Ports, Runtime } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { transact } from '../../platform/transact.ts';
import { askPeer } from './ask-peer.ts';
import { deskTopic } from './died.ts';
import { type Message, messagesOfDay } from './messages.repo.ts';
import type { Peer } from './peers.repo.ts';
import { statesOf } from './pending.repo.ts';
import { type Mismatch, saveReconciliation } from './reconciliations.repo.ts';

/** 对账: one day with one peer, ours against theirs; no transaction is open while it is asked. */
export async function reconcile(runtime: Runtime, peer: Peer, day: string): Promise<void> {
  const ours = await transact(runtime, systemActor, (ctx) => messagesOn(ctx, peer, day));
  const theirs = await theirDay(runtime.ports, peer, day);
  await transact(runtime, systemActor, (ctx) => compareDay(ctx, peer, { day, ours, theirs }));
}

interface BothSides {
  readonly day: string;
  readonly ours: readonly Message[];
  /** Null: they did not answer. */
  readonly theirs: readonly DayRow[] | null;
}

/** 比对 of one day, kept. */
export async function compareDay(
  ctx: Context,
  peer: Peer,
  { day, ours, theirs }: BothSides,
): Promise<void> {
  if (theirs === null) {
    const nothing = { sent: 0, received: 0, closed: 0, mismatches: [] };
    await saveReconciliation(ctx, { peer: peer.code, day, state: 'unreachable', ...nothing });
    return;
  }
  const open = await statesOf(
    ctx,
    ours.filter(({ state }) => state === 'open').map(({ id }) => id),
  );
  // What has not left, or was given up before it arrived, they cannot have.
  const gone = ours.filter(({ direction, id }) => direction === 'in' || !open.has(id));
  await saveReconciliation(ctx, {
    peer: peer.code,
    day,
    state: 'compared',
    sent: ours.filter(({ direction }) => direction === 'out').length,
    received: ours.filter(({ direction }) => direction === 'in').length,
    closed: ours.filter(({ kind }) => closing.includes(kind)).length,
    mismatches: mismatchesOf(ours, gone, theirs),
  });
  announce(ctx, deskTopic);
}

const closing: readonly string[] = ['result', 'return', 'withdraw'];

/** Ours of which they say nothing, theirs of which we know nothing, and those whose bytes differ. */
export function mismatchesOf(
  ours: readonly Message[],
  gone: readonly Message[],
  theirs: readonly DayRow[],
): Mismatch[] {
  const byName = new Map(theirs.map((row) => [row.id, row]));
  const known = new Map(ours.map((row) => [row.message_id, row]));
  const missing = gone
    .filter(({ state }) => state !== 'dismissed')
    .filter(({ message_id }) => !byName.has(message_id))
    .map((row) => mismatch('only-ours', row));
  const different = ours
    .filter((row) => {
      const other = byName.get(row.message_id);
      return other !== undefined && other.digest !== row.digest.toString('hex');
    })
    .map((row) => mismatch('differs', row));
  const unknown = theirs
    .filter(({ id }) => !known.has(id))
    // On its way to us, or given up by them: it will come, or never.
    .filter(({ direction, state }) => direction === 'received' || state === 'delivered')
    .map(
      (row): Mismatch => ({
        kind: 'only-theirs',
        direction: row.direction === 'sent' ? 'in' : 'out',
        name: row.id,
        messageKind: row.kind,
        messageId: null,
      }),
    );
  return [...missing, ...different, ...unknown];
}

const mismatch = (kind: MismatchKind, row: Message): Mismatch => ({
  kind,
  direction: row.direction === 'in' ? 'in' : 'out',
  name: row.message_id,
  messageKind: row.kind,
  messageId: row.id,
});

const pageRows = 500;
/** A day of more messages than this is none of a city's. */
const mostPages = 400;

/** Ours of a day. */
export async function messagesOn(
  ctx: Context,
  { code: peer }: Peer,
  day: string,
): Promise<Message[]> {
  const all: Message[] = [];
  let after: string | null = null;
  for (let count = 0; count < mostPages; count += 1) {
    const rows: Message[] = await messagesOfDay(ctx, { peer, day, after, limit: pageRows });
    all.push(...rows);
    after = rows.at(-1)?.id ?? null;
    if (rows.length < pageRows) break;
  }
  return all;
}

/** Null: they did not answer. */
async function theirDay(ports: Ports, peer: Peer, day: string): Promise<DayRow[] | null> {
  const all: DayRow[] = [];
  let after: string | null = null;
  for (let count = 0; count < mostPages; count += 1) {
    const query: string = after === null ? '' : `?after=${encodeURIComponent(after)}`;
    const path = `/days/${day}${query}`;
    const answer = await askPeer(ports, peer, { method: 'GET', path, body: null });
    const read =
      answer.kind === 'proved' && answer.status === 200 ? dayPage.safeParse(answer.body) : null;
    if (!read?.success) return null;
    all.push(...read.data.rows);
    after = read.data.next;
    if (after === null) break;
  }
  return all;
}
