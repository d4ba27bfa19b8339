import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { sweep } from '../../platform/sweep.ts';
import type { LearntPlace, Point } from '../mentions/index.ts';
import type { PlaceLesson } from './fold-lessons.ts';

/** Streets are renamed, estates are pulled down: what nobody has said for two years is forgotten. */
const keptHours = 2 * 365 * 24;
const hourMs = 3_600_000;
const latestLessons = 50;

sweep({ table: 'learning.place_lesson', overAt: 'taught_at', keptHours });
sweep({ table: 'learning.learnt_place', overAt: 'fresh_at', keptHours });
sweep({ table: 'learning.place_reading', overAt: 'read_at', keptHours });

const since = (ctx: Context): Date => new Date(ctx.now.getTime() - keptHours * hourMs);

interface OrderLesson extends PlaceLesson {
  readonly orderId: string;
  readonly names: readonly string[];
}

export async function insertLessons(
  ctx: Context,
  { orderId, names, areaCode, point }: OrderLesson,
): Promise<void> {
  if (names.length === 0) return;
  await tablesOf<'learning'>(ctx.tx)
    .insertInto('learning.place_lesson')
    .values(
      names.map((name) => ({
        city_id: ctx.cityId,
        order_id: orderId,
        name,
        area_code: areaCode,
        lng: point?.lng ?? null,
        lat: point?.lat ?? null,
        taught_at: ctx.now,
      })),
    )
    .execute();
}

/** Answers the names the order had taught. */
export async function deleteLessons(ctx: Context, orderIds: readonly string[]): Promise<string[]> {
  const rows = await tablesOf<'learning'>(ctx.tx)
    .deleteFrom('learning.place_lesson')
    .where('city_id', '=', ctx.cityId)
    .where('order_id', 'in', [...orderIds])
    .returning('name')
    .execute();
  return rows.map(({ name }) => name);
}

/** The latest of a name. */
export async function lessonsOf(ctx: Context, name: string): Promise<PlaceLesson[]> {
  const rows = await tablesOf<'learning'>(ctx.tx)
    .selectFrom('learning.place_lesson')
    .select(['area_code', 'lng', 'lat'])
    .where('city_id', '=', ctx.cityId)
    .where('name', '=', name)
    .where('taught_at', '>=', since(ctx))
    .orderBy('order_id', 'desc')
    .limit(latestLessons)
    .execute();
  return rows.map(({ area_code, lng, lat }) => ({
    areaCode: area_code,
    point: pointOf(lng, lat),
  }));
}

const cellsPerDegree = 200;

/** The latest lessons with a point in the nine cells round a spot, one of each order: of each cell no more than are asked for. */
export async function lessonsNear(ctx: Context, { lng, lat }: Point): Promise<PlaceLesson[]> {
  const around = (degrees: number) => {
    const cell = Math.floor(degrees * cellsPerDegree);
    return sql`unnest(${[cell - 1, cell, cell + 1]}::float8[])`;
  };
  const { rows } = await sql<{ area_code: string; lng: number; lat: number }>`
    select area_code, lng, lat
    from (
      select distinct on (near.order_id) near.*
      from ${around(lat)} as lat_cell
      cross join ${around(lng)} as lng_cell
      cross join lateral (
        select order_id, area_code, lng, lat
        from learning.place_lesson
        where city_id = ${ctx.cityId}
          and lat is not null
          and lng is not null
          and floor(lat * ${sql.lit(cellsPerDegree)}) = lat_cell
          and floor(lng * ${sql.lit(cellsPerDegree)}) = lng_cell
          and taught_at >= ${since(ctx)}
        order by order_id desc
        limit ${latestLessons}) as near
      order by near.order_id desc
      limit ${latestLessons}) as latest`.execute(ctx.tx);
  return rows.map(({ area_code, ...point }) => ({ areaCode: area_code, point }));
}

/** What is now known of a name takes the place of what was. */
export async function keepLearnt(
  ctx: Context,
  name: string,
  learnt: readonly LearntPlace[],
): Promise<void> {
  const tables = tablesOf<'learning'>(ctx.tx);
  await tables
    .deleteFrom('learning.learnt_place')
    .where('city_id', '=', ctx.cityId)
    .where('name', '=', name)
    .execute();
  if (learnt.length === 0) return;
  await tables
    .insertInto('learning.learnt_place')
    .values(
      learnt.map(({ areaCode, count, share, point }) => ({
        city_id: ctx.cityId,
        name,
        area_code: areaCode,
        orders: count,
        share,
        lng: point?.lng ?? null,
        lat: point?.lat ?? null,
        fresh_at: ctx.now,
      })),
    )
    .execute();
}

export async function learntOf(ctx: Context, names: readonly string[]): Promise<LearntPlace[]> {
  if (names.length === 0) return [];
  const rows = await tablesOf<'learning'>(ctx.tx)
    .selectFrom('learning.learnt_place')
    .select(['name', 'area_code', 'orders', 'share', 'lng', 'lat'])
    .where('city_id', '=', ctx.cityId)
    .where('name', '=', sql<string>`any (${[...names]}::text[])`)
    .where('fresh_at', '>=', since(ctx))
    .execute();
  return rows.map(({ name, area_code, orders, share, lng, lat }) => ({
    name,
    areaCode: area_code,
    count: orders,
    share,
    point: pointOf(lng, lat),
  }));
}

const longestDictionary = 2_000;

/** 词典里的学到的地名: those most orders named, which the search keeps whole from the next start on. */
export async function learntNames(ctx: Context): Promise<string[]> {
  const rows = await tablesOf<'learning'>(ctx.tx)
    .selectFrom('learning.learnt_place')
    .select('name')
    .where('city_id', '=', ctx.cityId)
    .where('fresh_at', '>=', since(ctx))
    .orderBy('orders', 'desc')
    .limit(longestDictionary)
    .execute();
  return [...new Set(rows.map(({ name }) => name))];
}

export interface PlaceRead {
  readonly orderId: string;
  readonly readArea: string | null;
  readonly confidence: number;
  readonly chosenArea: string;
}

export async function keepReading(ctx: Context, read: PlaceRead): Promise<void> {
  const row = {
    read_area: read.readArea,
    confidence: read.confidence,
    chosen_area: read.chosenArea,
    read_at: ctx.now,
  };
  await tablesOf<'learning'>(ctx.tx)
    .insertInto('learning.place_reading')
    .values({ city_id: ctx.cityId, order_id: read.orderId, ...row })
    .onConflict((conflict) => conflict.columns(['city_id', 'order_id']).doUpdateSet(row))
    .execute();
}

export async function deleteReadings(ctx: Context, orderIds: readonly string[]): Promise<void> {
  await tablesOf<'learning'>(ctx.tx)
    .deleteFrom('learning.place_reading')
    .where('city_id', '=', ctx.cityId)
    .where('order_id', 'in', [...orderIds])
    .execute();
}

const pointOf = (lng: number | null, lat: number | null): Point | null =>
  lng === null || lat === null ? null : { lng, lat };
