import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** 编号: the next of its kind. Its row is held until the end, so none is given twice and none is lost. */
export async function nextNo(ctx: Context, kind: 'tip' | 'piece'): Promise<number> {
  const { rows } = await sql<{ no: number }>`
    insert into media.number as n (city_id, kind, last_no) values (${ctx.cityId}, ${kind}, 1)
    on conflict (city_id, kind) do update set last_no = n.last_no + 1
    returning last_no as no`.execute(ctx.tx);
  return rows[0]?.no ?? 1;
}
