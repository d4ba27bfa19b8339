import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** 人数: distinct people behind orders; somebody who left no number counts once for each appeal. */
export async function peopleBehind(ctx: Context, orderIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select (count(distinct phone_index) + count(*) filter (where phone_index is null))::integer as people
    from requesters.requester
    where city_id = ${ctx.cityId} and order_id = any (${[...orderIds]}::uuid[])`.execute(ctx.tx);
  return rows[0]?.people ?? 0;
}
