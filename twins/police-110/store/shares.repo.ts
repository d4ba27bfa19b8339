import { z } from 'zod';
import type { Store } from './database.ts';

const yes = z.enum(['yes', 'no']);
const row = z.object({
  id: z.string(),
  asker: z.enum(['us', 'them']),
  giver: z.enum(['us', 'them']),
  purpose: z.string(),
  fields: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  until_at: z.string(),
  ours: yes,
  theirs: yes,
  ended: z.enum(['', 'refused', 'revoked']),
  cursor: z.string(),
  taken: z.number(),
});
export type Share = z.infer<typeof row>;

const columns = 'id, asker, giver, purpose, fields, until_at, ours, theirs, ended, cursor, taken';

export function insertShare(store: Store, share: Share): void {
  store
    .prepare(`insert or ignore into shares (${columns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(
      share.id,
      share.asker,
      share.giver,
      share.purpose,
      JSON.stringify(share.fields),
      share.until_at,
      share.ours,
      share.theirs,
      share.ended,
      share.cursor,
      share.taken,
    );
}

export function shareOf(store: Store, id: string): Share | null {
  const found = store.prepare(`select ${columns} from shares where id = ?`).get(id);
  return found === undefined ? null : row.parse(found);
}

export const allShares = (store: Store): Share[] =>
  store
    .prepare(`select ${columns} from shares order by rowid desc limit 100`)
    .all()
    .map((found) => row.parse(found));

export function saveShare(store: Store, { id, ours, theirs, ended, cursor, taken }: Share): void {
  store
    .prepare(
      'update shares set ours = ?, theirs = ?, ended = ?, cursor = ?, taken = ? where id = ?',
    )
    .run(ours, theirs, ended, cursor, taken, id);
}
