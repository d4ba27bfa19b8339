import type { branches as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { dayAfter, dayOf } from '../../platform/zone.ts';
import * as dispatch from '../dispatch/index.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import { areaWithin, isWithin, ownCounty, seenCounty, unitWithin } from './county.ts';

/**
 * 县区自定派单规则, from today: of one leaf, for one part of the county, led by one of its units. Refuses
 * `branches.not-to-change` where a unit outside the county leads, `dispatch.grassroots-guard` (国办函〔2025〕66号(五)),
 * `branches.row-there`, `branches.outside`, `dispatch.unit-closed`.
 */
export async function addOwnRow(
  ctx: Context,
  asked: InputOf<typeof contract.addOwnRow>,
): Promise<{ id: string }> {
  const county = await ownCounty(ctx, asked.county);
  await dispatch.lockCatalogue(ctx);
  const [matter, area, lead] = [
    await matters.matter(ctx, asked.matter),
    await areaWithin(ctx, county, asked.area),
    await unitWithin(ctx, county, asked.lead),
  ];
  refuseUnless(lead.takes_orders, 'dispatch.unit-closed', { unit: lead.name });
  const on = dayOf(ctx.now.getTime(), ctx.city.zone);
  const own = await dispatch.countyRows(ctx, county.code);
  const isThere = own.some(
    (row) => row.matter === matter.code && row.area === area.code && isInForce(row, on),
  );
  refuseUnless(!isThere, 'branches.row-there');
  const placed = { matter_code: matter.code, area_code: area.code };
  await refuseOthersDuty(ctx, county, placed);
  demand(await dispatch.mayLead(ctx, placed, lead));
  const id = `${county.code}-${matter.code}-${ctx.newId().slice(-8)}`;
  await dispatch.insertRow(ctx, {
    id,
    matter: matter.code,
    area: area.code,
    time: 'any',
    lead: lead.code,
    assists: [],
    linkage: [],
    backstop: null,
    level: dispatch.levelOfLead(lead.kind),
    basisKind: 'county',
    basis: asked.basis,
    direct: false,
    validFrom: on,
    validTo: null,
    mark: 'county',
  });
  await organisation.changeCityData(ctx, { what: 'catalogue-row', row: id });
  return { id };
}

const isInForce = ({ validTo }: { validTo: string | null }, on: string): boolean =>
  validTo === null || on <= validTo;

/** What a bureau of the city, or another county, leads there is not the county's to give to somebody else. */
async function refuseOthersDuty(
  ctx: Context,
  county: organisation.Unit,
  placed: { matter_code: string; area_code: string },
): Promise<void> {
  const rule = await dispatch.ruleFor(ctx, placed);
  const [lead] = await organisation.unitsIfKnown(ctx, rule ? [rule.lead] : []);
  refuseUnless(!lead || isWithin(county, lead), 'branches.not-to-change', {
    unit: lead?.name ?? '',
  });
}

/** 停用县区规则, by the county or the centre: from today the city's rule holds again. Refuses `branches.not-own`. */
export async function endOwnRow(
  ctx: Context,
  { county: code, row: id, why }: InputOf<typeof contract.endOwnRow>,
): Promise<{ done: true }> {
  const county = await seenCounty(ctx, code);
  await dispatch.lockCatalogue(ctx);
  const on = dayOf(ctx.now.getTime(), ctx.city.zone);
  const row = (await dispatch.countyRows(ctx, county.code)).find((each) => each.id === id);
  refuseUnless(row && isInForce(row, on), 'branches.not-own');
  await dispatch.endRow(ctx, id, { lastDay: dayAfter(on, -1), why });
  await organisation.changeCityData(ctx, { what: 'catalogue-row', row: id });
  return { done: true };
}
