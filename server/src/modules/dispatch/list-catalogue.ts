import type { city } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';

const shownRows = 200;

/** 派单目录 by matter, or by words in its basis, note or units' codes. */
export async function listCatalogue(
  ctx: Context,
  input: InputOf<typeof city.listCatalogue>,
): Promise<ReplyOf<typeof city.listCatalogue>> {
  let query = tablesOf<'dispatch'>(ctx.tx)
    .selectFrom('dispatch.catalogue_row')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .orderBy('matter')
    .orderBy('id')
    .limit(shownRows);
  if (input.matter) query = query.where('matter', 'like', `${input.matter}%`);
  if (input.q)
    query = query.where(
      sql<boolean>`position(${input.q} in concat_ws(' ', id, lead, basis, note)) > 0`,
    );
  const rows = await query.execute();
  const [areas, units, names] = await Promise.all([
    organisation.areaNames(ctx, [...new Set(rows.map(({ area }) => area))]),
    organisation.unitNames(ctx, [...new Set(rows.map(({ lead }) => lead))]),
    Promise.all(rows.map(({ matter }) => matters.prefixName(ctx, matter))),
  ]);
  return {
    rows: rows.map((row, at) => ({
      id: row.id,
      matter: row.matter,
      matterName: names[at] ?? row.matter,
      area: row.area,
      areaName: areas.get(row.area) ?? ctx.city.name,
      time: row.time,
      lead: row.lead,
      leadName: units.get(row.lead) ?? row.lead,
      assists: row.assists,
      linkage: row.linkage,
      backstop: row.backstop,
      level: row.level,
      basis: row.basis,
      direct: row.direct,
      validFrom: String(row.valid_from),
      validTo: row.valid_to === null ? null : String(row.valid_to),
      mark: row.mark,
    })),
  };
}
