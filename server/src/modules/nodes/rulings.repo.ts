import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { keepsWords } from '../orders/index.ts';

keepsWords({ table: 'nodes.ruling', words: ['reason'] });

export interface Ruling {
  readonly counts: boolean;
  readonly reason: string;
  readonly ruled_at: Date;
  readonly ruled_by: string | null;
}

/** 人工认定 of an object: the latest of each order. */
export async function rulingsOf(ctx: Context, objectId: string): Promise<Map<string, Ruling>> {
  const { rows } = await sql<Ruling & { order_id: string }>`
    select distinct on (order_id) order_id, counts, reason, ruled_at, ruled_by
    from nodes.ruling
    where city_id = ${ctx.cityId} and object_id = ${objectId}
    order by order_id, id desc`.execute(ctx.tx);
  return new Map(rows.map(({ order_id, ...ruling }) => [order_id, ruling]));
}

export async function insertRuling(
  ctx: Context,
  ruling: { object_id: string; order_id: string; counts: boolean; reason: string },
): Promise<void> {
  await tablesOf<'nodes'>(ctx.tx)
    .insertInto('nodes.ruling')
    .values({
      city_id: ctx.cityId,
      id: ctx.newId(),
      ...ruling,
      ruled_at: ctx.now,
      ruled_by: ctx.actor.accountId,
    })
    .execute();
}
