import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as organisation from '../organisation/index.ts';
import { mayKeep, mayLook } from './policy.ts';

/** A county one may keep; of every other nobody says that it is there. Refuses `branches.not-a-county`. */
export async function ownCounty(ctx: Context, code: string): Promise<organisation.Unit> {
  const county = await countyNamed(ctx, code);
  demand(mayKeep(ctx.actor, county));
  return county;
}

/** A county one may look at. */
export async function seenCounty(ctx: Context, code: string): Promise<organisation.Unit> {
  const county = await countyNamed(ctx, code);
  demand(mayLook(ctx.actor, county));
  return county;
}

async function countyNamed(ctx: Context, code: string): Promise<organisation.Unit> {
  const [county] = await organisation.unitsIfKnown(ctx, [code]);
  refuseUnless(county?.kind === 'county', 'branches.not-a-county');
  return county;
}

/** Refuses `branches.outside` for an area that lies elsewhere, `city.no-such-area` for none. */
export async function areaWithin(ctx: Context, county: organisation.Unit, code: string) {
  const area = await organisation.area(ctx, code);
  const isInside = organisation.liesIn(organisation.placeLevels(area.code), county.area);
  refuseUnless(isInside, 'branches.outside', { name: area.name });
  return area;
}

/** The county itself or a standing unit below it. Refuses `branches.outside`, `city.no-such-unit`. */
export async function unitWithin(
  ctx: Context,
  county: organisation.Unit,
  code: string,
): Promise<organisation.Unit> {
  const unit = await organisation.unit(ctx, code);
  refuseUnless(isWithin(county, unit), 'branches.outside', { name: unit.name });
  return unit;
}

export const isWithin = (county: organisation.Unit, unit: organisation.Unit): boolean =>
  `${unit.path}/`.startsWith(`${county.path}/`);
