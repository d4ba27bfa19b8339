import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { searchDocument } from '../text/index.ts';
import type { Words } from './texts.repo.ts';

/** Writes (or writes again) what an order is found by: words first, bigrams for what words miss. */
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
  await sql`
    insert into orders.search (city_id, order_id, words, bigrams)
    values (${ctx.cityId}, ${orderId}, array_to_tsvector(${document.words}::text[]), array_to_tsvector(${document.bigrams}::text[]))
    on conflict (city_id, order_id) do update
      set words = orders.search.words || excluded.words,
        bigrams = orders.search.bigrams || excluded.bigrams`.execute(ctx.tx);
}

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
  await sql`
    update orders.search
    set words = words || array_to_tsvector(${document.words}::text[]),
      bigrams = bigrams || array_to_tsvector(${document.bigrams}::text[])
    where city_id = ${ctx.cityId} and order_id = ${orderId}`.execute(ctx.tx);
}
