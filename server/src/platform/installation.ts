import { sql } from 'kysely';
import { type Clock, systemClock, type VirtualClock, virtualClock } from './clock.ts';
import type { Runtime } from './context.ts';
import type { Database } from './db.ts';
import { blindIndex } from './secrets.ts';

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

/** Refuses a database that belongs to another city, or whose names and numbers these keys cannot open. */
export async function recognise(
  { kysely }: Database,
  { city, keys }: Pick<Runtime, 'city' | 'keys'>,
): Promise<void> {
  const mark = blindIndex(keys, 'installation', '');
  const { rows } = await sql<{ city_id: number; key_mark: Buffer }>`
    update platform.installation
    set city_id = coalesce(city_id, ${city.cityId}), key_mark = coalesce(key_mark, ${mark})
    returning city_id, key_mark`.execute(kysely);
  const [found] = rows;
  if (found?.city_id !== city.cityId) {
    throw new Error(
      `这个数据库属于编号 ${found?.city_id} 的城市,不是${city.name}(${city.cityId})。请用 MINSHENG_CITY 指定原来的城市,或换一个数据目录。` +
        ` This database belongs to city ${found?.city_id}, not ${city.cityId}: one database serves one city.`,
    );
  }
  if (!found.key_mark.equals(mark)) {
    throw new Error(
      '数据目录里的 keys.json 不是这个数据库的密钥,姓名和电话都打不开。请放回原来的 keys.json;多个进程须用同一份。' +
        ' keys.json is not the key of this database: put the first one back; every process needs the same.',
    );
  }
}
