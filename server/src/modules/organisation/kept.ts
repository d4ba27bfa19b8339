import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { tell } from '../../platform/events.ts';
import type { Json } from '../../platform/json.ts';
import { readAhead } from '../../platform/transact.ts';

const versionsRead = new WeakMap<Context['unitOfWork'], Promise<number>>();
/** Transactions that changed the data themselves: what they read may still be undone. */
const changing = new WeakSet<Context['unitOfWork']>();

/** The version of the city's data, read once in a transaction; every change of the data raises it. */
export function cityVersion(ctx: Context): Promise<number> {
  const known = versionsRead.get(ctx.unitOfWork);
  if (known) return known;
  const reading = tablesOf<'organisation'>(ctx.tx)
    .selectFrom('organisation.city')
    .select('version')
    .where('city_id', '=', ctx.cityId)
    .executeTakeFirst()
    .then((row) => row?.version ?? 0);
  versionsRead.set(ctx.unitOfWork, reading);
  return reading;
}

/** Of use cases done together the first asks for all; what one of them changed none after it keeps. */
readAhead((ctx, before) => {
  const known = before && versionsRead.get(before.unitOfWork);
  if (known) versionsRead.set(ctx.unitOfWork, known);
  if (before && changing.has(before.unitOfWork)) changing.add(ctx.unitOfWork);
  return cityVersion(ctx);
});

/** 城市数据变更: after rows of the city's data were written. Everybody's memory of them ends with this transaction. */
export async function changeCityData(
  ctx: Context,
  data: Readonly<Record<string, Json>>,
): Promise<void> {
  const { version, subject_id } = await tablesOf<'organisation'>(ctx.tx)
    .updateTable('organisation.city')
    .set(({ eb }) => ({ version: eb('version', '+', 1), changed_at: ctx.now }))
    .where('city_id', '=', ctx.cityId)
    .returning(['version', 'subject_id'])
    .executeTakeFirstOrThrow();
  versionsRead.set(ctx.unitOfWork, Promise.resolve(version));
  changing.add(ctx.unitOfWork);
  tell(ctx, { kind: 'city-data', id: subject_id }, 'city.changed', { ...data, version });
}

/**
 * Keeps what is made of a city's data in memory until the data changes. Kept per running program
 * (`ctx.ports` is one per program), so that two databases of one test process never mix.
 */
export function keptPerVersion<T>(
  make: (ctx: Context) => Promise<T>,
): (ctx: Context) => Promise<T> {
  const byProgram = new WeakMap<object, Map<number, { version: number; value: T }>>();
  return async (ctx) => {
    const version = await cityVersion(ctx);
    if (changing.has(ctx.unitOfWork)) return make(ctx);
    const byCity = byProgram.get(ctx.ports) ?? new Map<number, { version: number; value: T }>();
    byProgram.set(ctx.ports, byCity);
    const known = byCity.get(ctx.cityId);
    if (known && known.version === version) return known.value;
    const value = await make(ctx);
    byCity.set(ctx.cityId, { version, value });
    return value;
  };
}
