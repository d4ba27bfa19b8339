import { sql } from 'kysely';
import type { Runtime } from './context.ts';

const dayMilliseconds = 24 * 60 * 60_000;
const monthMilliseconds = 31 * dayMilliseconds;

/** Makes the partitions of the next two months and lets replies kept for replays go after a day. */
export async function keepHouse({ db, clock }: Runtime): Promise<void> {
  const now = clock.now().getTime();
  for (const months of [0, 1, 2]) await db.ensureMonth(new Date(now + months * monthMilliseconds));
  await sql`delete from platform.idempotency where at < ${new Date(now - dayMilliseconds)}`.execute(
    db.kysely,
  );
}
