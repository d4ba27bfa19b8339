import type { SolvedAnswer } from '@minsheng/contract/words/call-back.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** What the requesters of these orders last answered in the round each is in. */
export async function lastAnswers(
  ctx: Context,
  orders: readonly { readonly id: string }[],
): Promise<Map<string, SolvedAnswer>> {
  if (orders.length === 0) return new Map();
  const { rows } = await sql<{ order_id: string; solved: SolvedAnswer }>`
    select distinct on (a.order_id) a.order_id, a.solved
    from call_back.attempt as a
    join orders.order as o on o.city_id = a.city_id and o.id = a.order_id and o.round = a.round
    where a.city_id = ${ctx.cityId}
      and a.order_id = any (${orders.map(({ id }) => id)}::uuid[])
      and a.reached
      and a.solved is not null
    order by a.order_id, a.id desc`.execute(ctx.tx);
  return new Map(rows.map(({ order_id, solved }) => [order_id, solved]));
}
