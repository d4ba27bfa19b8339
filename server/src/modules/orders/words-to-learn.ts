import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import { openStatuses } from './steps.ts';
import { visibleTo } from './visible-to.ts';

export interface WordsToLearn {
  readonly id: string;
  readonly title: string;
  readonly content: string;
  readonly matterCode: string;
  readonly areaCode: string;
}

/** What was said in these orders, for a machine to learn from. Never of secrecy 3, and nothing of who was erased. */
export async function wordsToLearn(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, WordsToLearn>> {
  if (ids.length === 0) return new Map();
  // Said of the texts as well, so that only the months of these orders are planned and read.
  const among = sql`any (${[...ids]}::uuid[])`;
  const { rows } = await sql<WordsToLearn>`
    select o.id, t.title, t.content, o.matter_code as "matterCode", o.area_code as "areaCode"
    from orders.order as o
    join lateral (
      select title, content from orders.text
      where city_id = o.city_id and order_id = o.id and order_id = ${among} and kind = 'appeal'
      order by no desc limit 1
    ) as t on true
    where o.city_id = ${ctx.cityId}
      and o.id = ${among}
      and o.secrecy < 3
      and t.content <> ''`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Which of these orders are closed and may be seen by this person, in the order given. */
export async function closedVisible(ctx: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await readerOf(ctx.tx)
    .selectFrom('orders.order as o')
    .select('o.id')
    .where('o.city_id', '=', ctx.cityId)
    .where('o.id', 'in', [...ids])
    .where('o.status', 'not in', [...openStatuses])
    .where(visibleTo(ctx.actor))
    .execute();
  const seen = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => seen.has(id));
}

export interface PlacedWords {
  readonly title: string;
  readonly content: string;
  readonly address: string;
  readonly areaCode: string;
  readonly point: { readonly lng: number; readonly lat: number } | null;
}

/** What was said of an order whose area a person chose. Repeats say the same again; secrecy 3 and the erased say nothing. */
export async function placedWords(ctx: Context, orderId: string): Promise<PlacedWords | null> {
  const { rows } = await sql<Omit<PlacedWords, 'point'> & Record<'lng' | 'lat', number | null>>`
    select t.title, t.content, t.address, o.area_code as "areaCode", o.lng, o.lat
    from orders.order as o
    join lateral (
      select title, content, address from orders.text
      where city_id = o.city_id and order_id = o.id and order_id = ${orderId}::uuid and kind = 'appeal'
      order by no desc limit 1
    ) as t on true
    where o.city_id = ${ctx.cityId}
      and o.id = ${orderId}::uuid
      and o.secrecy < 3
      and o.repeat_of is null
      and t.content <> ''`.execute(ctx.tx);
  const [row] = rows;
  if (!row) return null;
  const { lng, lat, ...words } = row;
  return { ...words, point: lng === null || lat === null ? null : { lng, lat } };
}
