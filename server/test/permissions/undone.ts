import { sql } from 'kysely';
import type { Database, Tx } from '../../src/platform/db.ts';

/** A database whose every transaction does its work and is then rolled back: thousands of calls meet the same objects. */
export function undone(db: Database): Database {
  const kysely = new Proxy(db.kysely, {
    get(target, name) {
      if (name === 'transaction') return () => ({ execute: (work: Work) => run(db, work) });
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { ...db, kysely };
}

type Work = (tx: Tx) => Promise<unknown>;

async function run(db: Database, work: Work): Promise<unknown> {
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
