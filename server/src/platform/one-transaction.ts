import { type Kysely, sql } from 'kysely';
import type { Database, DB, Tx } from './db.ts';
import { monthOf } from './months.ts';
import { mutex } from './mutex.ts';

type Work<T> = (tx: Tx) => Promise<T>;

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
  return db.kysely.transaction().execute((tx) =>
    work({
      ...db,
      kysely: partsOf(tx),
      ensureMonth: async (at) => {
        if (!made.has(monthOf(at))) throw new Error(`Month ${monthOf(at)} was not made before.`);
      },
    }),
  );
}

function partsOf(whole: Tx): Kysely<DB> {
  const oneAtATime = mutex();
  return new Proxy(whole, {
    get(target, name) {
      if (name === 'transaction')
        return () => ({ execute: <T>(work: Work<T>) => oneAtATime(() => part(target, work)) });
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

async function part<T>(tx: Tx, work: Work<T>): Promise<T> {
  await sql`savepoint part`.execute(tx);
  try {
    const result = await work(tx);
    await sql`release savepoint part`.execute(tx);
    return result;
  } catch (error) {
    await sql`rollback to savepoint part`.execute(tx);
    throw error;
  }
}
