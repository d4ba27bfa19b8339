import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { Source } from './clue.ts';

const sources = (ctx: Context) =>
  tablesOf<'clues'>(ctx.tx)
    .selectFrom('clues.source')
    .selectAll()
    .where('city_id', '=', ctx.cityId);

export const sourcesOf = (ctx: Context, clueId: string): Promise<Source[]> =>
  sources(ctx).where('clue_id', '=', clueId).orderBy('marked_at').orderBy('order_id').execute();

export const sourcesOfOrder = (ctx: Context, orderId: string): Promise<Source[]> =>
  sources(ctx).where('order_id', '=', orderId).orderBy('marked_at').limit(mostOfOrder).execute();
const mostOfOrder = 20;

export async function insertSource(
  ctx: Context,
  { clueId, orderId }: { clueId: string; orderId: string },
): Promise<void> {
  await tablesOf<'clues'>(ctx.tx)
    .insertInto('clues.source')
    .values({
      city_id: ctx.cityId,
      clue_id: clueId,
      from_clue_id: clueId,
      order_id: orderId,
      marked_by: ctx.actor.accountId,
      marked_at: ctx.now,
    })
    .execute();
}

/** 并入: the orders go along; one that told of both stands once. */
export async function moveSources(ctx: Context, from: string, into: string): Promise<void> {
  await sql`
    insert into clues.source (city_id, clue_id, order_id, from_clue_id, marked_by, marked_at)
    select city_id, ${into}, order_id, from_clue_id, marked_by, marked_at
    from clues.source
    where city_id = ${ctx.cityId} and clue_id = ${from}
    on conflict do nothing`.execute(ctx.tx);
  await tablesOf<'clues'>(ctx.tx)
    .deleteFrom('clues.source')
    .where('city_id', '=', ctx.cityId)
    .where('clue_id', '=', from)
    .execute();
}
