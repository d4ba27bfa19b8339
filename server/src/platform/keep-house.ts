import type { Runtime } from './context.ts';

const monthMilliseconds = 31 * 24 * 60 * 60_000;

/** Makes the partitions of the next two months. */
export async function keepHouse({ db, clock }: Runtime): Promise<void> {
  const now = clock.now().getTime();
  for (const months of [0, 1, 2]) await db.ensureMonth(new Date(now + months * monthMilliseconds));
}
