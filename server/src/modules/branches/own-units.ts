import type { branches as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { dayAfter, dayOf } from '../../platform/zone.ts';
import { standingBelow } from '../dispatch/index.ts';
import * as organisation from '../organisation/index.ts';
import { areaWithin, ownCounty, unitWithin } from './county.ts';

/**
 * 增设单位: below the county, inside its area; it takes orders from now on. Refuses `branches.outside`,
 * `branches.name-taken`, `dispatch.unit-closed`.
 */
export async function addOwnUnit(
  ctx: Context,
  { county: code, ...asked }: InputOf<typeof contract.addOwnUnit>,
): Promise<{ code: string }> {
  const county = await ownCounty(ctx, code);
  await organisation.lockUnits(ctx);
  const parent = await unitWithin(ctx, county, asked.parent);
  refuseUnless(parent.takes_orders, 'dispatch.unit-closed', { unit: parent.name });
  const area = await areaWithin(ctx, county, asked.area);
  const below = await organisation.unitsBelow(ctx, county.path);
  const isTaken =
    county.name === asked.name ||
    below.some(({ name, valid_to }) => name === asked.name && valid_to === null);
  refuseUnless(!isTaken, 'branches.name-taken', { name: asked.name });
  const unit = {
    code: freeCode(county.code, below),
    name: asked.name,
    short: asked.short,
    kind: asked.kind,
    parent: parent.code,
    area: area.code,
  };
  await organisation.insertUnit(ctx, { ...unit, path: `${parent.path}/${unit.code}` });
  await organisation.changeCityData(ctx, { what: 'own-unit', unit: unit.code });
  return { code: unit.code };
}

/** Codes say whose they are; closed ones are never given again, for old orders name them. */
function freeCode(county: string, below: readonly { code: string }[]): string {
  const numbers = below.map(({ code }) => Number(/\.own-(\d+)$/.exec(code)?.[1] ?? 0));
  return `${county}.own-${Math.max(0, ...numbers) + 1}`;
}

/** 停用自设单位: from today. Refuses `branches.not-own`, `branches.has-below`, `branches.busy`. */
export async function closeOwnUnit(
  ctx: Context,
  { county: code, unit: unitCode }: InputOf<typeof contract.closeOwnUnit>,
): Promise<{ done: true }> {
  const county = await ownCounty(ctx, code);
  await organisation.lockUnits(ctx);
  const below = await organisation.unitsBelow(ctx, county.path);
  const unit = below.find((each) => each.code === unitCode);
  refuseUnless(unit?.added_at && unit.valid_to === null, 'branches.not-own');
  const hasBelow = below.some(({ parent, valid_to }) => parent === unit.code && valid_to === null);
  refuseUnless(!hasBelow, 'branches.has-below', { name: unit.name });
  const count = await standingBelow(ctx, unit.path);
  refuseUnless(count === 0, 'branches.busy', { name: unit.name, count });
  const yesterday = dayAfter(dayOf(ctx.now.getTime(), ctx.city.zone), -1);
  await organisation.endUnit(ctx, unit.code, yesterday);
  await organisation.changeCityData(ctx, { what: 'own-unit', unit: unit.code });
  return { done: true };
}
