import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { rowsOfMany } from '../../platform/rows-of-many.ts';

/** 事项数: distinct issues behind orders (domain 2.10). */
export async function issuesBehind(ctx: Context, ids: readonly string[]): Promise<number> {
  const theirs = rowsOfMany({ table: 'orders.order', key: 'id', cityId: ctx.cityId }, ids);
  const { rows } = await sql<{ issues: number }>`/* kept */
    select count(distinct r.issue_id)::integer as issues from ${theirs}`.execute(ctx.tx);
  return rows[0]?.issues ?? 0;
}
