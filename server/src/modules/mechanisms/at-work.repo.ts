import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** 在办: the person's unit, or one below it, has a part in the order other than a copy. */
export async function isAtWork(ctx: Context, orderId: string): Promise<boolean> {
  const { unitPath } = ctx.actor;
  if (!ctx.actor.has('handling.work') || unitPath === null) return false;
  const { rows } = await sql`
    select 1 from dispatch.assignment
    where city_id = ${ctx.cityId} and order_id = ${orderId}::uuid and role <> 'copy'
      and state not in ('revoked', 'returned')
      and (unit_path = ${unitPath} or unit_path like ${`${unitPath}/%`})
    limit 1`.execute(ctx.tx);
  return rows.length > 0;
}
