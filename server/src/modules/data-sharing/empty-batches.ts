import { chore } from '../../platform/chores.ts';
import type { Runtime } from '../../platform/context.ts';
import { emptyBatches } from './batches.repo.ts';

/**
 * Half a year, as long as records of the network are kept at least (《网络安全法》第二十一条): long enough to answer what
 * passed, and what they gave us, persons' words among it, does not lie here for ever.
 */
const keptDays = 183;
const dayMs = 86_400_000;

/** 清除批次内容: that a batch passed, with cursors, count and digest, stays; so does to whom each order went. */
export const emptyOld = ({ db, city, clock }: Runtime): Promise<number> => {
  const now = clock.now();
  const before = new Date(now.getTime() - keptDays * dayMs);
  return emptyBatches(db.kysely, { cityId: city.cityId, before, now });
};

chore({
  name: 'data-sharing:empty-batches',
  everySeconds: 60,
  work: async (runtime) => {
    await emptyOld(runtime);
  },
});
