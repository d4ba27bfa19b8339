import type { RawBuilder } from 'kysely';
import type { Context } from './context.ts';
import type { Part, Sums } from './unit-of-work.ts';

export type { Sums };

/**
 * 累加: such a row is held until its transaction is over, and a job works off many things in one. So what is added is
 * written in the transaction's last statement: the others wait for a commit and no longer, and never in a ring.
 */
export function addUp(ctx: Context, sums: Sums, { key, by }: Part): void {
  const { lastly } = ctx.unitOfWork;
  const name = JSON.stringify(key);
  const added = lastly.get(sums) ?? new Map<string, number>();
  lastly.set(sums, added.set(name, (added.get(name) ?? 0) + by));
}

/** What is to be written at last, by the names of its tables; nothing of what came to nothing. */
export function lastStatements(ctx: Context): (() => RawBuilder<unknown>)[] {
  const sorted = [...ctx.unitOfWork.lastly].toSorted(([a], [b]) => (a.name < b.name ? -1 : 1));
  return sorted.flatMap(([sums, added]) => {
    const parts = [...added]
      .filter(([, by]) => by !== 0)
      .map(([name, by]): Part => ({ key: JSON.parse(name), by }));
    return parts.length === 0 ? [] : [() => sums.write(ctx.cityId, parts)];
  });
}
