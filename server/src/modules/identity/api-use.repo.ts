import { sql } from 'kysely';
import type { Context, Runtime } from '../../platform/context.ts';

export interface DayUse {
  readonly key_id: string;
  readonly on: string;
  readonly calls: number;
  readonly refused: number;
}

/** Adds what this process has counted; answers what all have, of that key and day. */
export async function addUse(
  { db, city }: Runtime,
  { key_id, on, calls, refused }: DayUse,
): Promise<number> {
  const { rows } = await sql<{ calls: number }>`
    insert into identity.api_use as u (city_id, key_id, used_on, calls, refused)
    values (${city.cityId}, ${key_id}, ${on}, ${calls}, ${refused})
    on conflict (city_id, key_id, used_on) do update
      set calls = u.calls + excluded.calls, refused = u.refused + excluded.refused
    returning calls`.execute(db.kysely);
  return rows[0]?.calls ?? 0;
}

const shownDays = 14;

export async function usesOf(ctx: Context, keyIds: readonly string[]): Promise<DayUse[]> {
  if (keyIds.length === 0) return [];
  const { rows } = await sql<DayUse>`
    select key_id, to_char(used_on, 'YYYY-MM-DD') as on, calls, refused
    from unnest(${[...keyIds]}::uuid[]) as wanted (id)
    cross join lateral (
      select key_id, used_on, calls, refused
      from identity.api_use
      where city_id = ${ctx.cityId} and key_id = wanted.id
      order by used_on desc
      limit ${shownDays}
    ) as used
    order by used_on desc`.execute(ctx.tx);
  return rows;
}
