import type { AnsweringState } from '@minsheng/contract/words/media.ts';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { keepsWords } from '../orders/index.ts';

keepsWords({ table: 'media.day_call', words: ['note'] });

/** 接听日, with the closed words of its columns said. */
export type Day = Omit<Selectable<DB['media.answering_day']>, 'state'> & {
  readonly state: AnsweringState;
};
export type DayCall = Selectable<DB['media.day_call']>;

const days = (ctx: Context) =>
  tablesOf<'media'>(ctx.tx)
    .selectFrom('media.answering_day as d')
    .selectAll('d')
    .where('d.city_id', '=', ctx.cityId)
    .$castTo<Day>();

export async function findDay(ctx: Context, id: string): Promise<Day> {
  const day = await days(ctx).where('d.id', '=', id).executeTakeFirst();
  refuseUnless(day, 'media.no-such-day');
  return day;
}

/** Held while a call or a promise gets its number, and while the day ends. */
export async function lockDay(ctx: Context, id: string): Promise<Day> {
  const day = await days(ctx).where('d.id', '=', id).forUpdate().executeTakeFirst();
  refuseUnless(day, 'media.no-such-day');
  return day;
}

export const latestDays = (
  ctx: Context,
  { before, most }: { before: string | null; most: number },
): Promise<Day[]> => {
  let query = days(ctx).orderBy('d.id', 'desc').limit(most);
  if (before !== null) query = query.where('d.id', '<', before);
  return query.execute();
};

export const daysOf = (ctx: Context, ids: readonly string[]): Promise<Day[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : days(ctx)
        .where('d.id', 'in', [...ids])
        .execute();

export async function insertDay(
  ctx: Context,
  row: Omit<Insertable<DB['media.answering_day']>, 'city_id'>,
): Promise<void> {
  await tablesOf<'media'>(ctx.tx)
    .insertInto('media.answering_day')
    .values({ ...row, city_id: ctx.cityId })
    .execute();
}

export async function changeDay(
  ctx: Context,
  id: string,
  set: Omit<Updateable<DB['media.answering_day']>, 'city_id' | 'id'>,
): Promise<void> {
  await tablesOf<'media'>(ctx.tx)
    .updateTable('media.answering_day')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

export const callsOf = (ctx: Context, dayId: string): Promise<DayCall[]> =>
  tablesOf<'media'>(ctx.tx)
    .selectFrom('media.day_call')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('day_id', '=', dayId)
    .orderBy('no')
    .execute();

export async function insertCall(
  ctx: Context,
  row: Pick<DayCall, 'day_id' | 'no' | 'order_id' | 'note'>,
): Promise<void> {
  await tablesOf<'media'>(ctx.tx)
    .insertInto('media.day_call')
    .values({
      ...row,
      city_id: ctx.cityId,
      added_by: ctx.actor.accountId,
      added_at: ctx.now,
    })
    .execute();
}

export interface DaySums {
  readonly calls: number;
  readonly promises: number;
  readonly open: number;
}

export async function sumsOfDays(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, DaySums>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<DaySums & { id: string }>`
    select d.id,
      (select count(*)::integer from media.day_call as c
        where c.city_id = ${ctx.cityId} and c.day_id = d.id) as calls,
      (select count(*)::integer from media.promise as p
        where p.city_id = ${ctx.cityId} and p.day_id = d.id) as promises,
      (select count(*)::integer from media.promise as p
        where p.city_id = ${ctx.cityId} and p.day_id = d.id and p.closed_at is null) as open
    from unnest(${[...ids]}::uuid[]) as d (id)`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.id, row]));
}
