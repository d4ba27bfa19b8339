import { foresight as contract } from '@minsheng/contract';
import type { ForecastState } from '@minsheng/contract/words/foresight.ts';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { refuseUnless } from '../../platform/refusal.ts';

type Row = Selectable<DB['foresight.forecast']>;
export type Content = z.output<typeof contract.forecastContent>;

/** 预测 as a row, with what its columns hold said. */
export interface Forecast extends Omit<Row, 'state' | 'content'> {
  readonly state: ForecastState;
  readonly content: Content | null;
}

const forecastOf = ({ state, content, ...row }: Row): Forecast => ({
  ...row,
  state: state as ForecastState,
  content: content === null ? null : contract.forecastContent.parse(content),
});

const forecasts = (ctx: Context) =>
  tablesOf<'foresight'>(ctx.tx)
    .selectFrom('foresight.forecast')
    .selectAll()
    .where('city_id', '=', ctx.cityId);

export async function insertForecast(
  ctx: Context,
  row: Omit<Insertable<DB['foresight.forecast']>, 'city_id'>,
): Promise<void> {
  await tablesOf<'foresight'>(ctx.tx)
    .insertInto('foresight.forecast')
    .values({ ...row, city_id: ctx.cityId })
    .execute();
}

/** Refuses `foresight.no-such-forecast`. */
export async function findForecast(ctx: Context, id: string): Promise<Forecast> {
  const row = await forecasts(ctx).where('id', '=', id).executeTakeFirst();
  refuseUnless(row, 'foresight.no-such-forecast');
  return forecastOf(row);
}

/** Held: it is decided once, and its runs are numbered one after the other. */
export async function holdForecast(ctx: Context, id: string): Promise<Forecast> {
  const row = await forecasts(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  refuseUnless(row, 'foresight.no-such-forecast');
  return forecastOf(row);
}

/** The latest first; without what they rest on. */
export async function latestForecasts(
  ctx: Context,
  { before, most }: { before: string | null; most: number },
): Promise<Forecast[]> {
  let query = forecasts(ctx).orderBy('id', 'desc').limit(most);
  if (before !== null) query = query.where('id', '<', before);
  return (await query.execute()).map((row) => forecastOf({ ...row, content: null }));
}

export async function changeForecast(
  ctx: Context,
  id: string,
  set: Omit<Updateable<DB['foresight.forecast']>, 'city_id' | 'id'>,
): Promise<void> {
  await tablesOf<'foresight'>(ctx.tx)
    .updateTable('foresight.forecast')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}
