import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { refuseUnless } from '../../platform/refusal.ts';

/** 区域: city, county, town or village, twelve digits. */
export interface Area {
  code: string;
  parent: string | null;
  name: string;
  full_name: string;
  level: 'city' | 'county' | 'town' | 'village';
  lng: number | null;
  lat: number | null;
}

const table = (ctx: Context) =>
  tablesOf<'organisation'>(ctx.tx)
    .selectFrom('organisation.area')
    .select(['code', 'parent', 'name', 'full_name', 'level', 'lng', 'lat'])
    .where('city_id', '=', ctx.cityId);

/** Refuses `city.no-such-area`. A shorter code means the area itself: zeros are added. */
export async function area(ctx: Context, code: string): Promise<Area> {
  const row = await table(ctx).where('code', '=', code.padEnd(12, '0')).executeTakeFirst();
  refuseUnless(row, 'city.no-such-area', { code });
  return row as Area;
}

/** Full names below the city (芗城区东铺头街道), by the code asked for. */
export async function areaNames(
  ctx: Context,
  codes: readonly string[],
): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const wanted = new Map(codes.map((code) => [code.padEnd(12, '0'), code]));
  const rows = await table(ctx)
    .where('code', 'in', [...wanted.keys()])
    .execute();
  return new Map(rows.map((row) => [wanted.get(row.code) ?? row.code, row.full_name]));
}

export async function areasBelow(ctx: Context, parent: string): Promise<Area[]> {
  return (await table(ctx)
    .where('parent', '=', parent.padEnd(12, '0'))
    .orderBy('code')
    .execute()) as Area[];
}

const foundCap = 30;

/** By part of the name, larger areas first. */
export async function areasNamed(ctx: Context, words: string): Promise<Area[]> {
  const pattern = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const rows = await table(ctx)
    .where('full_name', 'like', pattern)
    .orderBy('code')
    .limit(foundCap * 4)
    .execute();
  return (rows as Area[]).toSorted((a, b) => depth[a.level] - depth[b.level]).slice(0, foundCap);
}

const depth = { city: 0, county: 1, town: 2, village: 3 } as const;
