import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { searchDocument } from '../text/index.ts';
import type { Words } from './texts.repo.ts';

/** Writes what a new order is found by: words first, bigrams for what words miss. */
export async function writeSearch(
  ctx: Context,
  orderId: string,
  orderNo: string,
  words: Words,
  names: readonly string[],
): Promise<void> {
  const document = searchDocument({
    orderNo,
    title: words.title ?? '',
    content: words.content,
    place: words.address ?? '',
    unitNames: [...names],
  });
  await tablesOf<'orders'>(ctx.tx)
    .insertInto('orders.search')
    .values({
      city_id: ctx.cityId,
      order_id: orderId,
      words: vectorOf(document.words),
      bigrams: vectorOf(document.bigrams),
    })
    .execute();
}

const vectorOf = (all: readonly string[]) => sql<string>`array_to_tsvector(${[...all]}::text[])`;

/** Adds names by which an order is found from now on, the units that got it above all. */
export async function addToSearch(
  ctx: Context,
  orderId: string,
  names: readonly string[],
): Promise<void> {
  const document = searchDocument({
    orderNo: '',
    title: '',
    content: '',
    place: '',
    unitNames: [...names],
  });
  await sql`/* kept */
    update orders.search
    set words = words || array_to_tsvector(${document.words}::text[]),
      bigrams = bigrams || array_to_tsvector(${document.bigrams}::text[])
    where city_id = ${ctx.cityId} and order_id = ${orderId}`.execute(ctx.tx);
}
