import type { Pool } from 'pg';

/** 'YYYY-MM' in UTC: ids and instants are split by the same months. */
export function monthOf(at: Date): string {
  return at.toISOString().slice(0, 7);
}

/**
 * Partitions on demand: for a clock that runs ahead and for imported rows of 2017.
 * Made in a transaction of their own, so that a caller's rollback does not undo what is remembered.
 */
export function monthMaker(pool: Pool): (at: Date) => Promise<void> {
  const made = new Map<string, Promise<unknown>>();
  return async (at) => {
    const month = monthOf(at);
    const known = made.get(month) ?? pool.query('select platform.make_month($1)', [month]);
    made.set(month, known);
    try {
      await known;
    } catch (error) {
      made.delete(month);
      throw error;
    }
  };
}
