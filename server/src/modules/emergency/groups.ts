import type { emergency } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { accountNames } from '../identity/index.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import { type Group, keepGroup, kindOf, savedGroups } from './modes.repo.ts';
import { mayLead } from './policy.ts';

type LinkageGroup = Pick<Group, 'code' | 'name' | 'kind' | 'units' | 'changed_by'> & {
  changed_at: Date | null;
};

/** 联动组: those of the city's data, and what was saved here over them. */
export async function groups(ctx: Context): Promise<LinkageGroup[]> {
  const [prepared, saved] = await Promise.all([matters.emergencyGroups(ctx), savedGroups(ctx)]);
  const changed = new Set(saved.map(({ code }) => code));
  const asPrepared = prepared
    .filter(({ code }) => !changed.has(code))
    .map(({ units, ...row }) => ({
      ...row,
      units: units.map((slug) => `${ctx.city.code}.${slug}`),
      changed_at: null,
      changed_by: null,
    }));
  return [...asPrepared, ...saved];
}

type View = ReplyOf<typeof emergency.listGroups>;

export async function listGroups(ctx: Context): Promise<View> {
  const [all, byLaw] = await Promise.all([groups(ctx), matters.linkageUnits(ctx)]);
  const lawful = byLaw.map(({ slug }) => `${ctx.city.code}.${slug}`);
  const codes = [...new Set([...lawful, ...all.flatMap(({ units }) => units)])];
  const [units, names] = await Promise.all([
    briefsOf(ctx, codes),
    accountNames(
      ctx,
      all.map(({ changed_by }) => changed_by),
    ),
  ]);
  const duty = new Map(
    await Promise.all(
      [...units.keys()].map(async (code) => [code, await postsAt(ctx, code)] as const),
    ),
  );
  return {
    rows: all.map((group) => ({
      code: group.code,
      name: group.name,
      kind: kindOf(group.kind),
      units: group.units.flatMap((code) => {
        const unit = units.get(code);
        return unit ? [{ ...unit, duty: duty.get(code) ?? [] }] : [];
      }),
      isPrepared: group.changed_at === null,
      changed: group.changed_at && {
        by: names.get(group.changed_by ?? '') ?? '',
        at: group.changed_at.toISOString(),
      },
    })),
    byLaw: lawful.flatMap((code) => units.get(code) ?? []),
    can: { lead: mayLead(ctx.actor).allowed },
  };
}

/** 改联动组: every unit exists and takes orders, so that nobody finds out in the storm. */
export async function saveGroup(
  ctx: Context,
  { code, name, kind, units }: InputOf<typeof emergency.saveGroup>,
): Promise<{ done: true }> {
  demand(mayLead(ctx.actor));
  const chosen = [...new Set(units)];
  const known = await organisation.units(ctx, chosen);
  for (const unitCode of chosen) {
    const unit = known.find((one) => one.code === unitCode);
    refuseUnless(unit, 'city.no-such-unit', { code: unitCode });
    refuseUnless(unit.takes_orders, 'dispatch.unit-closed', { unit: unit.name });
  }
  await keepGroup(ctx, { code, name, kind, units: chosen });
  Object.assign(ctx.unitOfWork.facts, { group: code, units: chosen });
  return { done: true };
}

type Brief = View['byLaw'][number];

export async function briefsOf(
  ctx: Context,
  codes: readonly string[],
): Promise<Map<string, Brief>> {
  const known = await organisation.unitsIfKnown(ctx, [...new Set(codes)]);
  return new Map(known.map(({ code, name, kind }) => [code, { code, name, kind }]));
}

const postsAt = async (ctx: Context, code: string): Promise<string[]> =>
  (await organisation.dutyAt(ctx, code, ctx.now)).map(({ title }) => title);
