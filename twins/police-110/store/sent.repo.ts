import { z } from 'zod';
import type { Store } from './database.ts';

const row = z.object({
  id: z.string(),
  digest: z.string(),
  raw: z.string(),
  day: z.string(),
  kind: z.string(),
  seq: z.number(),
  number: z.string(),
  state: z.enum(['waiting', 'sent', 'dead', 'dismissed']),
  attempts: z.number(),
  next_ms: z.number(),
  error: z.string().nullable(),
  receipt: z.string().nullable(),
});
export type Sent = z.infer<typeof row>;

const columns = 'id, digest, raw, day, kind, seq, number, state, attempts, next_ms, error, receipt';

export function insertSent(
  store: Store,
  item: Pick<Sent, 'id' | 'digest' | 'raw' | 'day' | 'kind' | 'seq' | 'number'>,
): void {
  store
    .prepare(
      "insert into sent (id, digest, raw, day, kind, seq, number, state) values (?, ?, ?, ?, ?, ?, ?, 'waiting')",
    )
    .run(item.id, item.digest, item.raw, item.day, item.kind, item.seq, item.number);
}

export function nextSeq(store: Store, number: string): number {
  const found = store
    .prepare('select coalesce(max(seq), 0) + 1 as next from sent where number = ?')
    .get(number);
  return z.object({ next: z.number() }).parse(found).next;
}

/** Of each case the first message not yet taken, if its turn has come: what follows a dead one waits for a person. */
export const dueToSend = (store: Store, nowMs: number, limit: number): Sent[] =>
  store
    .prepare(
      `select ${columns} from sent as first
        where state = 'waiting' and next_ms <= ?
          and not exists (select 1 from sent where sent.number = first.number
            and sent.seq < first.seq and sent.state in ('waiting', 'dead'))
        order by next_ms, number limit ?`,
    )
    .all(nowMs, limit)
    .map((found) => row.parse(found));

export function markSent(store: Store, id: string, receipt: string): void {
  store
    .prepare("update sent set state = 'sent', receipt = ?, error = null where id = ?")
    .run(receipt, id);
}

export function markTried(
  store: Store,
  id: string,
  set: Pick<Sent, 'state' | 'attempts' | 'next_ms'> & { readonly error: string },
): void {
  store
    .prepare('update sent set state = ?, attempts = ?, next_ms = ?, error = ? where id = ?')
    .run(set.state, set.attempts, set.next_ms, set.error, id);
}

/** The way is open again, or a person wants another try. */
export function sendAgainNow(store: Store, id: string | null): void {
  store
    .prepare(
      "update sent set state = 'waiting', next_ms = 0 where (id = ? and state = 'dead') or (? is null and state = 'waiting')",
    )
    .run(id, id);
}

export const sentOfCase = (store: Store, number: string): Sent[] =>
  store
    .prepare(`select ${columns} from sent where number = ? order by seq`)
    .all(number)
    .map((found) => row.parse(found));

export const sentOn = (store: Store, day: string, after: string, limit: number): Sent[] =>
  store
    .prepare(`select ${columns} from sent where day = ? and id > ? order by id limit ?`)
    .all(day, after, limit)
    .map((found) => row.parse(found));

export const unsent = (store: Store): Sent[] =>
  store
    .prepare(
      `select ${columns} from sent where state in ('waiting', 'dead') order by number, seq limit 200`,
    )
    .all()
    .map((found) => row.parse(found));

export function countUnsent(store: Store): { waiting: number; dead: number } {
  const found = store
    .prepare(
      `select count(*) filter (where state = 'waiting') as waiting,
        count(*) filter (where state = 'dead') as dead from sent where state in ('waiting', 'dead')`,
    )
    .get();
  return z.object({ waiting: z.number(), dead: z.number() }).parse(found);
}

export function sentById(store: Store, id: string): Sent | null {
  const found = store.prepare(`select ${columns} from sent where id = ?`).get(id);
  return found === undefined ? null : row.parse(found);
}

export function dismissSent(store: Store, id: string): void {
  store.prepare("update sent set state = 'dismissed' where id = ?").run(id);
}
