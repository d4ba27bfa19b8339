import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

/** 目录比对: what one of them did. */
export interface Comparison {
  readonly at: Date;
  readonly seen: number;
  readonly made: number;
  readonly changed: number;
  readonly shut: number;
  readonly reopened: number;
  readonly refused: readonly { readonly directoryLogin: string; readonly why: string }[];
  readonly refused_count: number;
  readonly fault: string | null;
}

export async function insertComparison(ctx: Context, done: Omit<Comparison, 'at'>): Promise<void> {
  await tablesOf<'directory'>(ctx.tx)
    .insertInto('directory.comparison')
    .values({
      ...done,
      refused: JSON.stringify(done.refused),
      id: ctx.newId(),
      city_id: ctx.cityId,
      at: ctx.now,
    })
    .execute();
}

export async function lastComparisons(ctx: Context, limit: number): Promise<Comparison[]> {
  const rows = await tablesOf<'directory'>(ctx.tx)
    .selectFrom('directory.comparison')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows as unknown as Comparison[];
}
