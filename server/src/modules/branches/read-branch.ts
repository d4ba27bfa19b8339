import type { branches as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { OwnUnitKind } from '@minsheng/contract/words/branches.ts';
import type { Context } from '../../platform/context.ts';
import * as dispatch from '../dispatch/index.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import { seenCounty } from './county.ts';
import { keeps } from './policy.ts';

const shownCap = 200;

/** 县区: those one may look at. */
export async function listBranches(ctx: Context): Promise<ReplyOf<typeof contract.listBranches>> {
  const counties = await organisation.unitsOfKind(ctx, 'county');
  const seen = counties.filter(
    (county) => keeps(ctx.actor, county) || ctx.actor.has('dispatch.govern'),
  );
  return { rows: seen.map(({ code, name }) => ({ code, name })) };
}

/** 县区自设, newest rows first; more than 200 of one kind are cut, and the page says so. */
export async function readBranch(
  ctx: Context,
  { county: code }: InputOf<typeof contract.branch>,
): Promise<ReplyOf<typeof contract.branch>> {
  const county = await seenCounty(ctx, code);
  const below = await organisation.unitsBelow(ctx, county.path);
  const own = below.filter(({ added_at }) => added_at !== null).slice(0, shownCap);
  const rows = (await dispatch.countyRows(ctx, county.code)).slice(0, shownCap);
  const [names, areas, leaves] = await Promise.all([
    organisation.unitNames(ctx, [
      ...own.map(({ parent }) => parent ?? ''),
      ...rows.map(({ lead }) => lead),
    ]),
    organisation.areaNames(ctx, [...own.map(({ area }) => area), ...rows.map(({ area }) => area)]),
    matters.matterNames(
      ctx,
      rows.map(({ matter }) => matter),
    ),
  ]);
  return {
    county: { code: county.code, name: county.name, area: county.area },
    units: own.map((unit) => ({
      code: unit.code,
      name: unit.name,
      kind: unit.kind as OwnUnitKind,
      parentName: names.get(unit.parent ?? '') ?? '',
      areaName: areas.get(unit.area) ?? unit.area,
      validTo: unit.valid_to,
    })),
    rows: rows.map((row) => ({
      id: row.id,
      matter: row.matter,
      matterName: leaves.get(row.matter) ?? row.matter,
      areaName: areas.get(row.area) ?? row.area,
      leadName: names.get(row.lead) ?? row.lead,
      basis: row.basis,
      validFrom: row.validFrom ?? '',
      validTo: row.validTo,
      why: row.note,
    })),
    shownCap,
    can: {
      keep: keeps(ctx.actor, county),
      end: keeps(ctx.actor, county) || ctx.actor.has('dispatch.govern'),
    },
  };
}
