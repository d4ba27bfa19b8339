import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { cityGazetteer, type Gazetteer, soundsIn } from '../mentions/index.ts';
import { searchDocument } from '../text/index.ts';

/** What an order is found by. */
export interface Findable {
  readonly title: string;
  readonly content: string;
  readonly address: string;
  readonly names: readonly string[];
}

/** Writes what a new order is found by: words first, bigrams for what words miss. Null: the same for units. */
export async function writeSearch(
  ctx: Context,
  { id, order_no: orderNo }: { id: string; order_no: string },
  { centre, units }: { centre: Findable; units: Findable | null },
): Promise<void> {
  const gazetteer = await cityGazetteer(ctx);
  const own = units && vectorsOf(gazetteer, orderNo, units);
  await tablesOf<'orders'>(ctx.tx)
    .insertInto('orders.search')
    .values({
      city_id: ctx.cityId,
      order_id: id,
      ...vectorsOf(gazetteer, orderNo, centre),
      ...(own && { unit_words: own.words, unit_bigrams: own.bigrams }),
    })
    .execute();
}

/** Writes anew what units find an order by. */
export async function writeUnitSearch(
  ctx: Context,
  { id, order_no: orderNo }: { id: string; order_no: string },
  units: Findable,
): Promise<void> {
  const { words, bigrams } = vectorsOf(await cityGazetteer(ctx), orderNo, units);
  await tablesOf<'orders'>(ctx.tx)
    .updateTable('orders.search')
    .set({ unit_words: words, unit_bigrams: bigrams })
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', id)
    .execute();
}

/** Adds names by which everybody finds an order from now on, the units that got it above all. */
export async function addToSearch(
  ctx: Context,
  orderId: string,
  names: readonly string[],
): Promise<void> {
  const found = { title: '', content: '', address: '', names };
  const { words, bigrams } = vectorsOf(await cityGazetteer(ctx), '', found);
  await sql`/* kept */
    update orders.search
    set words = words || ${words},
      bigrams = bigrams || ${bigrams},
      unit_words = unit_words || ${words},
      unit_bigrams = unit_bigrams || ${bigrams}
    where city_id = ${ctx.cityId} and order_id = ${orderId}`.execute(ctx.tx);
}

function vectorsOf(gazetteer: Gazetteer, orderNo: string, found: Findable) {
  const { title, content, address, names } = found;
  const text = { orderNo, title, content, place: address, unitNames: [...names] };
  const { words, bigrams } = searchDocument(text);
  // Things by their sound stand beside the pairs: asked for last, for other spellings.
  const sounds = soundsIn([title, content, ...names].join('。'), gazetteer);
  return { words: vectorOf(words), bigrams: vectorOf([...bigrams, ...sounds]) };
}

const vectorOf = (all: readonly string[]) => sql<string>`array_to_tsvector(${[...all]}::text[])`;
