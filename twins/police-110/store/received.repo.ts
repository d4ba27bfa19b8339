import { z } from 'zod';
import type { Store } from './database.ts';

const row = z.object({
  id: z.string(),
  digest: z.string(),
  raw: z.string(),
  receipt: z.string(),
  receipt_at: z.string(),
  day: z.string(),
  kind: z.string(),
  seq: z.number(),
  peer_number: z.string(),
  number: z.string().nullable(),
  state: z.enum(['applied', 'held', 'dead']),
  reason: z.string().nullable(),
});
export type Received = z.infer<typeof row>;

const columns =
  'id, digest, raw, receipt, receipt_at, day, kind, seq, peer_number, number, state, reason';

export function insertReceived(store: Store, item: Received): void {
  store
    .prepare(`insert into received (${columns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(
      item.id,
      item.digest,
      item.raw,
      item.receipt,
      item.receipt_at,
      item.day,
      item.kind,
      item.seq,
      item.peer_number,
      item.number,
      item.state,
      item.reason,
    );
}

export function receivedById(store: Store, id: string): Received | null {
  const found = store.prepare(`select ${columns} from received where id = ?`).get(id);
  return found === undefined ? null : row.parse(found);
}

export function receivedAt(store: Store, peerNumber: string, seq: number): Received | null {
  const found = store
    .prepare(`select ${columns} from received where peer_number = ? and seq = ?`)
    .get(peerNumber, seq);
  return found === undefined ? null : row.parse(found);
}

/** How far the messages of a case of theirs came, none left out. */
export function lastSettled(store: Store, peerNumber: string): number {
  const found = store
    .prepare(
      "select coalesce(max(seq), 0) as last from received where peer_number = ? and state <> 'held'",
    )
    .get(peerNumber);
  return z.object({ last: z.number() }).parse(found).last;
}

export function settleReceived(
  store: Store,
  id: string,
  set: Pick<Received, 'state' | 'number' | 'reason'>,
): void {
  store
    .prepare('update received set state = ?, number = ?, reason = ? where id = ?')
    .run(set.state, set.number, set.reason, id);
}

export const receivedOfCase = (store: Store, number: string): Received[] =>
  store
    .prepare(`select ${columns} from received where number = ? order by seq`)
    .all(number)
    .map((found) => row.parse(found));

export const receivedOn = (store: Store, day: string, after: string, limit: number): Received[] =>
  store
    .prepare(`select ${columns} from received where day = ? and id > ? order by id limit ?`)
    .all(day, after, limit)
    .map((found) => row.parse(found));

/** What a person here must look at. */
export const deadReceived = (store: Store): Received[] =>
  store
    .prepare(
      `select ${columns} from received where state in ('dead', 'held') order by receipt_at limit 100`,
    )
    .all()
    .map((found) => row.parse(found));
