import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** 占用: who has an order in hand at this moment. */
export interface Claim {
  readonly by: string;
  readonly name: string;
}

export async function claimsOn(ctx: Context, ids: readonly string[]): Promise<Map<string, Claim>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Claim & { id: string }>`/* kept */
    select o.id, o.claimed_by as by, a.name
    from orders.order as o
    join identity.account as a on a.city_id = o.city_id and a.id = o.claimed_by
    where o.city_id = ${ctx.cityId} and o.id = any (${[...ids]}::uuid[]) and o.claimed_until > ${ctx.now}`.execute(
    ctx.tx,
  );
  return new Map(rows.map(({ id, ...claim }) => [id, claim]));
}
