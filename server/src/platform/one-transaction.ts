import { sql } from 'kysely';
import type { Database, Tx } from './db.ts';
import { monthOf } from './months.ts';
import { mutex } from './mutex.ts';

/**
 * Whole or not at all: every transaction of `work` is a part of one great one, each after the other. Whatever ends the
 * program on the way, a kill too, leaves nothing of it. Rows may be written at instants of these months only: nobody
 * can make a month while this goes on.
 */
export async function inOneTransaction<T>(
  db: Database,
  months: readonly Date[],
  work: (whole: Database) => Promise<T>,
): Promise<T> {
  for (const month of months) await db.ensureMonth(month);
  const made = new Set(months.map(monthOf));
  const oneAtATime = mutex();
  return db.transaction((tx) =>
    work({
      ...db,
      kysely: tx,
      transaction: (use) => oneAtATime(() => part(tx, use)),
      ensureMonth: async (at) => {
        if (!made.has(monthOf(at))) throw new Error(`Month ${monthOf(at)} was not made before.`);
      },
    }),
  );
}

async function part<T>(tx: Tx, use: (tx: Tx) => Promise<T>): Promise<T> {
  await sql`savepoint part`.execute(tx);
  try {
    const result = await use(tx);
    await sql`release savepoint part`.execute(tx);
    return result;
  } catch (error) {
    await sql`rollback to savepoint part`.execute(tx);
    throw error;
  }
}
