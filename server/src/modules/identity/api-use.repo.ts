import { sql } from 'kysely';
import type { Context, Runtime } from '../../platform/context.ts';

export interface DayUse {
  readonly key_id: string;
  readonly on: string;
  readonly calls: number;
  readonly refused: number;
}

/** What one process has counted, or what all have. */
export interface Counts {
  /** Of the day. */
  readonly calls: number;
  readonly minute: number;
  readonly inMinute: number;
}

/** Adds what this process has counted; answers what all have, of that key. */
export async function addUse(
  { db, city }: Runtime,
  { key_id, on, calls, refused, minute, inMinute }: DayUse & Counts,
): Promise<Counts> {
  const { rows } = await sql<Counts>`
    insert into identity.api_use as u (city_id, key_id, used_on, calls, refused, minute_no, minute_calls)
    values (${city.cityId}, ${key_id}, ${on}, ${calls}, ${refused}, ${minute}, ${inMinute})
    on conflict (city_id, key_id, used_on) do update
      set calls = u.calls + excluded.calls,
        refused = u.refused + excluded.refused,
        minute_no = greatest(u.minute_no, excluded.minute_no),
        minute_calls = case
          when u.minute_no = excluded.minute_no then u.minute_calls + excluded.minute_calls
          when u.minute_no < excluded.minute_no then excluded.minute_calls
          else u.minute_calls
        end
    returning calls, minute_no as minute, minute_calls as "inMinute"`.execute(db.kysely);
  return rows[0] ?? { calls: 0, minute, inMinute: 0 };
}

export interface UnitUse {
  readonly unit_code: string | null;
  readonly keys: number;
  readonly calls: number;
  readonly refused: number;
}

/** Of a month, by the unit of the key's account as it is now. */
export async function unitUses(
  ctx: Context,
  { from, before }: { from: string; before: string },
): Promise<UnitUse[]> {
  const { rows } = await sql<UnitUse>`
    select a.unit_code, count(distinct k.id)::int as keys, sum(u.calls)::bigint as calls,
      sum(u.refused)::bigint as refused
    from identity.api_use as u
    join identity.api_key as k on k.city_id = u.city_id and k.id = u.key_id
    join identity.account as a on a.city_id = k.city_id and a.id = k.account_id
    where u.city_id = ${ctx.cityId} and u.used_on >= ${from} and u.used_on < ${before}
    group by a.unit_code
    order by 3 desc, 1`.execute(ctx.tx);
  return rows;
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
