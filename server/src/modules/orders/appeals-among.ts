import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** 诉求 among these orders: what somebody asked for. A proactive order is none. */
export async function appealsAmong(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select id
    from orders.order
    where city_id = ${ctx.cityId} and id = any (${[...ids]}::uuid[])
      and channel <> 'proactive'`.execute(ctx.tx);
  return new Set(rows.map(({ id }) => id));
}
