import * as organisation from '../modules/organisation/index.ts';
import type { Context } from '../platform/context.ts';
import type { Chance } from './chance.ts';
import type { Place } from './lives/scene.ts';
import { demoPeople } from './people.ts';

/** Villages and communities by township, read once. */
export type Villages = ReadonlyMap<string, readonly string[]>;

export async function villagesOf(ctx: Context, towns: readonly string[]): Promise<Villages> {
  const found = new Map<string, readonly string[]>();
  for (const town of new Set(towns)) {
    const below = await organisation.areasBelow(ctx, town);
    found.set(
      town,
      below.map(({ code }) => code),
    );
  }
  return found;
}

/** A caller who knows the street often knows the community; others know the township only. */
export function placeIn(
  [town, address]: readonly [string, string],
  villages: Villages,
  chance: Chance,
): Place {
  const below = villages.get(town) ?? [];
  return { address, areaCode: below.length > 0 && chance.of(0.7) ? chance.one(below) : town };
}

const corners = ['老街口', '文化活动中心旁', '卫生服务站门口', '村道与主街交叉处'];

/** 演示乡镇、村居: where the demo's own township operator and village worker are at home. */
export async function homePlaces(ctx: Context, city: string): Promise<Place[]> {
  const village = demoPeople(city, ctx.city.code).find(({ login }) => login === 'village')?.unit;
  if (!village) return [];
  const { full_name: name } = await organisation.area(ctx, village);
  return corners.map((corner) => ({ areaCode: village, address: `${name}${corner}` }));
}
