import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

interface PublicFacts {
  readonly id: string;
  readonly matterCode: string;
  readonly areaCode: string;
}

/** 可公开的: what a page for everybody may say of these orders. Nothing where anybody asked for secrecy (domain 2.11). */
export async function publicFacts(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, PublicFacts>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<PublicFacts>`
    select id, matter_code as "matterCode", area_code as "areaCode"
    from orders.order
    where city_id = ${ctx.cityId}
      and id = any (${[...ids]}::uuid[])
      and secrecy = 0`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.id, row]));
}
