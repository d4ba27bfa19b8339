import type { Insertable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf, tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import type { Move, Site, Talk } from './ledger.ts';
import { visibleTo } from './visible-to.ts';

export async function movesOf(ctx: Context, siteId: string): Promise<Move[]> {
  return tablesOf<'ledgers'>(ctx.tx)
    .selectFrom('ledgers.move')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('site_id', '=', siteId)
    .orderBy('no')
    .execute();
}

export async function insertMove(
  ctx: Context,
  row: Omit<Insertable<DB['ledgers.move']>, 'city_id' | 'moved_by' | 'unit_code' | 'moved_at'>,
): Promise<void> {
  await tablesOf<'ledgers'>(ctx.tx)
    .insertInto('ledgers.move')
    .values({
      ...row,
      city_id: ctx.cityId,
      moved_by: ctx.actor.accountId,
      unit_code: ctx.actor.unitCode,
      moved_at: ctx.now,
    })
    .execute();
}

export async function talksOf(ctx: Context, siteId: string): Promise<Talk[]> {
  const rows = await tablesOf<'ledgers'>(ctx.tx)
    .selectFrom('ledgers.talk')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('site_id', '=', siteId)
    .orderBy('no')
    .execute();
  return rows as Talk[];
}

export async function insertTalk(
  ctx: Context,
  row: Pick<Talk, 'site_id' | 'no' | 'kind' | 'who' | 'talked_on' | 'said' | 'next_step'>,
): Promise<void> {
  await tablesOf<'ledgers'>(ctx.tx)
    .insertInto('ledgers.talk')
    .values({
      ...row,
      city_id: ctx.cityId,
      written_by: ctx.actor.accountId,
      written_at: ctx.now,
    })
    .execute();
}

/** What weeks are counted from: the sites this person may see, and when each moved where. */
export async function lifeOf(
  ctx: Context,
  ledgerId: string,
): Promise<{
  sites: Pick<Site, 'id' | 'added_at' | 'ended_at' | 'written_off_reason'>[];
  moves: Pick<Move, 'site_id' | 'to_state' | 'moved_at'>[];
}> {
  const sites = await readerOf(ctx.tx)
    .selectFrom('ledgers.site as s')
    .select(['s.id', 's.added_at', 's.ended_at', 's.written_off_reason'])
    .where('s.city_id', '=', ctx.cityId)
    .where('s.ledger_id', '=', ledgerId)
    .where(visibleTo(ctx.actor))
    .execute();
  const moves = await tablesOf<'ledgers'>(ctx.tx)
    .selectFrom('ledgers.move')
    .select(['site_id', 'to_state', 'moved_at'])
    .where('city_id', '=', ctx.cityId)
    .where('ledger_id', '=', ledgerId)
    .orderBy('moved_at')
    .orderBy('no')
    .execute();
  return { sites, moves };
}
