import { type SqlBool, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import { visibleTo } from './visible-to.ts';

interface Wanted {
  readonly since: Date;
  /** Further back than this one. */
  readonly before: { readonly at: Date; readonly id: string } | null;
  readonly most: number;
}

/** 自动派出的工单 this person may see, the latest dispatched first. */
export async function sentAutomatically(
  ctx: Context,
  { since, before, most }: Wanted,
): Promise<{ id: string; at: Date }[]> {
  const rows = await readerOf(ctx.tx)
    .selectFrom('orders.order as o')
    .select(['o.id', 'o.dispatched_at'])
    .where('o.city_id', '=', ctx.cityId)
    .where(sql<SqlBool>`o.auto_sent`)
    .where('o.dispatched_at', '>=', since)
    .where(
      before
        ? sql<SqlBool>`(o.dispatched_at, o.id) < (${before.at}, ${before.id}::uuid)`
        : sql<SqlBool>`true`,
    )
    .where(visibleTo(ctx.actor))
    .orderBy('o.dispatched_at', 'desc')
    .orderBy('o.id', 'desc')
    .limit(most)
    .execute();
  return rows.flatMap(({ id, dispatched_at: at }) => (at === null ? [] : [{ id, at }]));
}
