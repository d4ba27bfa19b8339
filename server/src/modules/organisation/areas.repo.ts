import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { keptPerVersion } from './kept.ts';

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

interface Areas {
  readonly byCode: ReadonlyMap<string, Area>;
  readonly byParent: ReadonlyMap<string, readonly Area[]>;
}

/** Every order and list names areas: all of them are kept, each with those below it, by code. */
const areas = keptPerVersion(async (ctx: Context): Promise<Areas> => {
  const rows = await tablesOf<'organisation'>(ctx.tx)
    .selectFrom('organisation.area')
    .select(['code', 'parent', 'name', 'full_name', 'level', 'lng', 'lat'])
    .where('city_id', '=', ctx.cityId)
    .orderBy('code')
    .execute();
  const all = rows as Area[];
  return {
    byCode: new Map(all.map((row) => [row.code, row])),
    byParent: Map.groupBy(all, ({ parent }) => parent ?? ''),
  };
});

/** A shorter code means the area itself: zeros are added. */
const twelve = (code: string): string => code.padEnd(12, '0');

/** Refuses `city.no-such-area`. */
export async function area(ctx: Context, code: string): Promise<Area> {
  const row = (await areas(ctx)).byCode.get(twelve(code));
  refuseUnless(row, 'city.no-such-area', { code });
  return row;
}

/** Full names below the city (芗城区东铺头街道), by the code asked for. */
export async function areaNames(
  ctx: Context,
  codes: readonly string[],
): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const { byCode } = await areas(ctx);
  return new Map(
    codes.flatMap((code) => {
      const found = byCode.get(twelve(code));
      return found ? [[code, found.full_name] as const] : [];
    }),
  );
}

export async function areasBelow(ctx: Context, parent: string): Promise<readonly Area[]> {
  return (await areas(ctx)).byParent.get(twelve(parent)) ?? [];
}

/** Every area of the city, larger ones first. */
export async function allAreas(ctx: Context): Promise<readonly Area[]> {
  return [...(await areas(ctx)).byCode.values()];
}

export interface Alias {
  readonly alias: string;
  readonly area: string;
  readonly kind: string;
}

/** 俗称: what people call places, as the city's data says it. */
export const aliases = keptPerVersion(
  (ctx: Context): Promise<readonly Alias[]> =>
    tablesOf<'organisation'>(ctx.tx)
      .selectFrom('organisation.alias')
      .select(['alias', 'area', 'kind'])
      .where('city_id', '=', ctx.cityId)
      .orderBy('alias')
      .execute(),
);

const foundCap = 30;

/** By part of the name, larger areas first. */
export async function areasNamed(ctx: Context, words: string): Promise<Area[]> {
  const { byCode } = await areas(ctx);
  return [...byCode.values()]
    .filter(({ full_name }) => full_name.includes(words))
    .toSorted((a, b) => depth[a.level] - depth[b.level])
    .slice(0, foundCap);
}

const depth = { city: 0, county: 1, town: 2, village: 3 } as const;
