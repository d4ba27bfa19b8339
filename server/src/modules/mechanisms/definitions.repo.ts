import { type Mechanism, mechanism } from '@minsheng/contract/mechanism-data.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { cityHour, keptPerVersion } from '../organisation/index.ts';

/** 机制 of the city, in the order of its files; also those that are over, for orders they once held. */
export const allMechanisms = keptPerVersion(async (ctx: Context): Promise<readonly Mechanism[]> => {
  const rows = await tablesOf<'mechanisms'>(ctx.tx)
    .selectFrom('mechanisms.definition')
    .select('definition')
    .where('city_id', '=', ctx.cityId)
    .orderBy('no')
    .execute();
  return rows.map(({ definition }) => mechanism.parse(definition));
});

/** In force today. */
export async function mechanismsNow(ctx: Context): Promise<Mechanism[]> {
  const { on } = cityHour(ctx.now, ctx.city.zone);
  return (await allMechanisms(ctx)).filter(
    ({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo),
  );
}

export async function mechanismOf(ctx: Context, code: string): Promise<Mechanism> {
  const found = (await allMechanisms(ctx)).find((one) => one.code === code);
  refuseUnless(found, 'mechanisms.no-such-mechanism');
  return found;
}
