import type { Context } from '../../../platform/context.ts';
import { tablesOf } from '../../../platform/db.ts';
import type { Target } from '../city-rules.ts';

/** 目标值 set on the page. */
export async function setTargets(ctx: Context): Promise<Omit<Target, 'source'>[]> {
  const rows = await tablesOf<'indicators'>(ctx.tx)
    .selectFrom('indicators.target')
    .select(['indicator', 'percent', 'despite'])
    .where('city_id', '=', ctx.cityId)
    .orderBy('indicator')
    .execute();
  return rows.map(({ percent, ...row }) => ({ ...row, percent: Number(percent) }));
}

export async function keepTarget(
  ctx: Context,
  { indicator, ...target }: Omit<Target, 'source'>,
): Promise<void> {
  const set = { ...target, set_by: ctx.actor.accountId, set_at: ctx.now };
  await tablesOf<'indicators'>(ctx.tx)
    .insertInto('indicators.target')
    .values({ ...set, indicator, city_id: ctx.cityId })
    .onConflict((conflict) => conflict.columns(['city_id', 'indicator']).doUpdateSet(set))
    .execute();
}
