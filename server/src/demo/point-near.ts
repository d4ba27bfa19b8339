import * as organisation from '../modules/organisation/index.ts';
import type { Context } from '../platform/context.ts';
import type { Chance } from './chance.ts';

/** 示意坐标: somewhere around the county's middle. Three in ten callers cannot say where on the map. */
export async function pointNear(
  ctx: Context,
  areaCode: string,
  chance: Chance,
): Promise<{ lng: number; lat: number } | undefined> {
  if (chance.of(0.3)) return undefined;
  const county = await organisation.area(ctx, areaCode.slice(0, 6));
  if (county.lng === null || county.lat === null) return undefined;
  const near = (middle: number) => Number((middle + chance.between(-300, 300) / 10_000).toFixed(5));
  return { lng: near(county.lng), lat: near(county.lat) };
}
