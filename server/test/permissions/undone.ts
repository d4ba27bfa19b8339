import { sql } from 'kysely';
import type { Database, Tx } from '../../src/platform/db.ts';

/** A database whose every transaction does its work and is then rolled back: thousands of calls meet the same objects. */
export function undone(db: Database): Database {
  return { ...db, transaction: (work) => run(db, work) };
}

async function run<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const tx = await db.kysely.startTransaction().execute();
  try {
    const result = await work(tx);
    // What a commit would have found out: a last statement that failed leaves nothing to be asked.
    await sql`select 1`.execute(tx);
    return result;
  } finally {
    await tx.rollback().execute();
  }
}
