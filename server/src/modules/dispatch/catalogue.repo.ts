import { type Selectable, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { type DB, tablesOf } from '../../platform/db.ts';
import { keptPerVersion } from '../organisation/index.ts';
import type { CatalogueRow } from './suggest-unit.ts';

/** 派单目录: the rows that may rule a matter, by every prefix of its code. A few dozen of a few hundred. */
export async function rowsFor(ctx: Context, matterCode: string): Promise<CatalogueRow[]> {
  const byMatter = await rowsByMatter(ctx);
  const prefixes = new Set([matterCode.slice(0, 2), matterCode.slice(0, 4), matterCode]);
  return [...prefixes].flatMap((prefix) => byMatter.get(prefix) ?? []);
}

const rowsByMatter = keptPerVersion(async (ctx: Context) => {
  const rows = await tablesOf<'dispatch'>(ctx.tx)
    .selectFrom('dispatch.catalogue_row')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .orderBy('id')
    .execute();
  return Map.groupBy(rows.map(asCatalogueRow), ({ matter }) => matter);
});

const asCatalogueRow = (row: Selectable<DB['dispatch.catalogue_row']>): CatalogueRow => ({
  id: row.id,
  matter: row.matter,
  area: row.area,
  time: row.time as CatalogueRow['time'],
  lead: row.lead,
  assists: row.assists,
  linkage: row.linkage,
  backstop: row.backstop,
  level: row.level as CatalogueRow['level'],
  basisKind: row.basis_kind,
  basis: row.basis,
  direct: row.direct,
  validFrom: String(row.valid_from),
  validTo: row.valid_to === null ? null : String(row.valid_to),
});

/** One who adds or ends rows at a time: whether one is there already is asked before. */
export async function lockCatalogue(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('dispatch.catalogue_row'), ${ctx.cityId})`.execute(
    ctx.tx,
  );
}

export interface OwnRow extends CatalogueRow {
  readonly note: string | null;
}

/** 县区自定: a county's own, ended ones too, the newest first. */
export async function countyRows(ctx: Context, county: string): Promise<OwnRow[]> {
  const rows = await tablesOf<'dispatch'>(ctx.tx)
    .selectFrom('dispatch.catalogue_row')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('mark', '=', 'county')
    .where('id', 'like', `${county}-%`)
    .orderBy('valid_from', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...asCatalogueRow(row), note: row.note }));
}

export async function endRow(
  ctx: Context,
  id: string,
  { lastDay, why }: { lastDay: string; why: string },
): Promise<void> {
  await tablesOf<'dispatch'>(ctx.tx)
    .updateTable('dispatch.catalogue_row')
    .set({ valid_to: lastDay, note: why })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** A row somebody adds by hand; it stays when the city's folder is read again. */
export async function insertRow(
  ctx: Context,
  row: CatalogueRow & { readonly mark: 'ruled' | 'county' },
): Promise<void> {
  await tablesOf<'dispatch'>(ctx.tx)
    .insertInto('dispatch.catalogue_row')
    .values({
      city_id: ctx.cityId,
      id: row.id,
      matter: row.matter,
      area: row.area,
      time: row.time,
      lead: row.lead,
      assists: [...row.assists],
      linkage: [...row.linkage],
      backstop: row.backstop,
      level: row.level,
      basis_kind: row.basisKind,
      basis: row.basis,
      direct: row.direct,
      valid_from: row.validFrom ?? '',
      valid_to: row.validTo,
      mark: row.mark,
      note: null,
    })
    .execute();
}
