import { sql } from 'kysely';
import { type Clock, systemClock, type VirtualClock, virtualClock } from './clock.ts';
import type { Database } from './db.ts';

interface Installation {
  readonly clock: Clock['kind'];
  readonly clock_at: Date | null;
}

/** The clock this database lives by, decided at its first start: a virtual one never touches real data. */
export async function openClock(
  { kysely }: Database,
  kind: Clock['kind'],
  start: Date | null,
): Promise<{ clock: Clock; virtual: VirtualClock | null }> {
  const first = start ?? systemClock.now();
  await sql`
    insert into platform.installation (clock, clock_at)
    values (${kind}, ${kind === 'virtual' ? first : null})
    on conflict do nothing`.execute(kysely);
  const { rows } =
    await sql<Installation>`select clock, clock_at from platform.installation`.execute(kysely);
  const found = rows[0];
  if (found?.clock !== kind) {
    throw new Error(
      `这个数据目录使用的是${found?.clock === 'virtual' ? '虚拟' : '真实'}时钟,不能换用另一种。` +
        ` This database lives by the ${found?.clock} clock and cannot change to the ${kind} one.`,
    );
  }
  if (kind === 'system') return { clock: systemClock, virtual: null };
  const virtual = virtualClock(found.clock_at ?? first);
  return { clock: virtual, virtual };
}
