import { z } from 'zod';
import { bodies } from '../wire/envelope.ts';
import type { Store } from './database.ts';

export const caseStates = ['waiting', 'accepted', 'returned', 'done', 'withdrawn'] as const;
export type CaseState = (typeof caseStates)[number];

const content = z.object({
  title: z.string(),
  words: z.string(),
  place: z.string(),
  transfer: bodies.transfer.nullable(),
  risk: z.string().nullable(),
});
export type Content = z.infer<typeof content>;

const row = z.object({
  number: z.string(),
  direction: z.enum(['in', 'out']),
  kind: z.enum(['transfer', 'clue']),
  peer_number: z.string().nullable(),
  state: z.enum(caseStates),
  content: z.string().transform((text) => content.parse(JSON.parse(text))),
  opened_at: z.string(),
  changed_at: z.string(),
});
/** 警单. */
export type Case = z.infer<typeof row>;

const columns = 'number, direction, kind, peer_number, state, content, opened_at, changed_at';

export function insertCase(store: Store, item: Case): void {
  store
    .prepare(`insert into cases (${columns}) values (?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(
      item.number,
      item.direction,
      item.kind,
      item.peer_number,
      item.state,
      JSON.stringify(item.content),
      item.opened_at,
      item.changed_at,
    );
}

export function caseOf(store: Store, number: string): Case | null {
  const found = store.prepare(`select ${columns} from cases where number = ?`).get(number);
  return found === undefined ? null : row.parse(found);
}

/** A case of theirs may come again after a return: the newest counts. */
export function caseOfPeer(store: Store, peerNumber: string): Case | null {
  const found = store
    .prepare(`select ${columns} from cases where peer_number = ? order by number desc limit 1`)
    .get(peerNumber);
  return found === undefined ? null : row.parse(found);
}

export function moveCase(store: Store, number: string, to: CaseState, at: string): void {
  store.prepare('update cases set state = ?, changed_at = ? where number = ?').run(to, at, number);
}

/** The other side's number, once it is known; never changed afterwards. */
export function nameForPeer(store: Store, number: string, peerNumber: string): void {
  store
    .prepare('update cases set peer_number = ? where number = ? and peer_number is null')
    .run(peerNumber, number);
}

/** Oldest first, from a number on. */
export const casesAfter = (store: Store, after: string, limit: number): Case[] =>
  store
    .prepare(`select ${columns} from cases where number > ? order by number limit ?`)
    .all(after, limit)
    .map((found) => row.parse(found));

/** Newest first, a page at a time. */
export function casesBefore(
  store: Store,
  { before, state, limit }: { before: string; state: string; limit: number },
): Case[] {
  return store
    .prepare(
      `select ${columns} from cases where number < ? and (? = '' or state = ?) order by number desc limit ?`,
    )
    .all(before, state, state, limit)
    .map((found) => row.parse(found));
}
