import { type Insertable, sql, type Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf, tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { Site } from './ledger.ts';
import { visibleTo } from './visible-to.ts';

const visible = (ctx: Context) =>
  readerOf(ctx.tx)
    .selectFrom('ledgers.site as s')
    .selectAll('s')
    .where('s.city_id', '=', ctx.cityId)
    .where(visibleTo(ctx.actor));

export async function visibleOrNull(ctx: Context, id: string): Promise<Site | null> {
  const row = await visible(ctx).where('s.id', '=', id).executeTakeFirst();
  return (row as Site | undefined) ?? null;
}

/** One this person may see; another is refused like one that is not there: `ledgers.no-such-site`. */
export async function findVisible(ctx: Context, id: string): Promise<Site> {
  const site = await visibleOrNull(ctx, id);
  refuseUnless(site, 'ledgers.no-such-site');
  return site;
}

/** The same, held: two people never move one site at once. */
export async function lockVisible(ctx: Context, id: string): Promise<Site> {
  const row = await visible(ctx).where('s.id', '=', id).forUpdate('s').executeTakeFirst();
  refuseUnless(row, 'ledgers.no-such-site');
  return row as Site;
}

interface Asked {
  readonly ledgerId: string;
  readonly state?: string | undefined;
  readonly afterNo: number;
  readonly most: number;
}

/** By number. A struck-out site shows with no state. */
export async function sitesOf(
  ctx: Context,
  { ledgerId, state, afterNo, most }: Asked,
): Promise<Site[]> {
  let query = visible(ctx)
    .where('s.ledger_id', '=', ledgerId)
    .where('s.no', '>', afterNo)
    .orderBy('s.no')
    .limit(most);
  if (state !== undefined)
    query = query.where('s.state', '=', state).where('s.written_off_reason', 'is', null);
  return (await query.execute()) as Site[];
}

/** With a position, by number. */
export async function placedOf(ctx: Context, ledgerId: string, most: number): Promise<Site[]> {
  const rows = await visible(ctx)
    .where('s.ledger_id', '=', ledgerId)
    .where('s.lng', 'is not', null)
    .where('s.written_off_reason', 'is', null)
    .orderBy('s.no')
    .limit(most)
    .execute();
  return rows as Site[];
}

/** 各状态的点位, without those struck out. */
export async function countsByState(
  ctx: Context,
  ledgerId: string,
): Promise<{ state: string; sites: number }[]> {
  return readerOf(ctx.tx)
    .selectFrom('ledgers.site as s')
    .select(['s.state', sql<number>`count(*)::int`.as('sites')])
    .where('s.city_id', '=', ctx.cityId)
    .where('s.ledger_id', '=', ledgerId)
    .where('s.written_off_reason', 'is', null)
    .where(visibleTo(ctx.actor))
    .groupBy('s.state')
    .execute();
}

/** Of the whole ledger, whoever asks: what stands in the way of closing it. */
export async function countUnended(ctx: Context, ledgerId: string): Promise<number> {
  const { sites } = await tablesOf<'ledgers'>(ctx.tx)
    .selectFrom('ledgers.site')
    .select(sql<number>`count(*)::int`.as('sites'))
    .where('city_id', '=', ctx.cityId)
    .where('ledger_id', '=', ledgerId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return sites;
}

/** Which of these addresses the ledger has, and where; of the whole ledger. */
export async function placesOf(
  ctx: Context,
  ledgerId: string,
): Promise<Pick<Site, 'id' | 'no' | 'address' | 'address_key' | 'lng' | 'lat'>[]> {
  return tablesOf<'ledgers'>(ctx.tx)
    .selectFrom('ledgers.site')
    .select(['id', 'no', 'address', 'address_key', 'lng', 'lat'])
    .where('city_id', '=', ctx.cityId)
    .where('ledger_id', '=', ledgerId)
    .orderBy('no')
    .limit(mostPlaces)
    .execute();
}
const mostPlaces = 10_000;

export type NewSite = Omit<Insertable<DB['ledgers.site']>, 'city_id'>;

export async function insertAll(ctx: Context, rows: readonly NewSite[]): Promise<void> {
  await tablesOf<'ledgers'>(ctx.tx)
    .insertInto('ledgers.site')
    .values(rows.map((row) => ({ ...row, city_id: ctx.cityId })))
    .execute();
}

export async function change(
  ctx: Context,
  id: string,
  set: Omit<Updateable<DB['ledgers.site']>, 'city_id' | 'id'>,
): Promise<void> {
  if (Object.keys(set).length === 0) return;
  await tablesOf<'ledgers'>(ctx.tx)
    .updateTable('ledgers.site')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

export async function insertLook(ctx: Context, siteId: string, purpose: string): Promise<void> {
  await tablesOf<'ledgers'>(ctx.tx)
    .insertInto('ledgers.look')
    .values({
      city_id: ctx.cityId,
      id: ctx.newId(),
      site_id: siteId,
      account_id: ctx.actor.accountId,
      unit_code: ctx.actor.unitCode,
      purpose,
      at: ctx.now,
    })
    .execute();
}
