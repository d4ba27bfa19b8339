import type { Clock } from './clock.ts';
import type { Database } from './db.ts';

const monthsAhead = 2;

/** Makes the partitions of this month and the next two, by the calendar: a month of 31 days is no step over a short one. */
export async function keepHouse({
  db,
  clock,
}: {
  readonly db: Pick<Database, 'ensureMonth'>;
  readonly clock: Pick<Clock, 'now'>;
}): Promise<void> {
  const now = clock.now();
  for (let ahead = 0; ahead <= monthsAhead; ahead += 1)
    await db.ensureMonth(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)));
}
