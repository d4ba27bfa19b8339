import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { findByNo } from '../orders/index.ts';
import { type Asked, fitsAmong, hitsIn, olderHitsIn } from './fits-words.ts';
import { monthsBelow, ordersBelow, type Place } from './look-back.ts';
import { type Filters, passing } from './order-conditions.ts';
import { beginsWith } from './where-to-begin.ts';

export interface Look {
  readonly filters: Filters;
  readonly asked: Asked | null;
  readonly place: Place;
  readonly most: number;
}

interface Step {
  readonly ids: readonly string[];
  /** About so many pages of tables were looked at. */
  readonly pages: number;
  /** Null: this way is at its end. */
  readonly next: Place | null;
}

/** A little more than all pages show together: what secrecy leaves out of it costs no second window. */
const windowRows = 1_050;
/** Looked through one by one; twenty-five of them lie on a page. */
const windowOrders = 10_000;
const ordersOnPage = 25;

type Passing = Awaited<ReturnType<typeof newestOf>>;

const newestOf = async (ctx: Context, filters: Filters) =>
  (await passing(ctx, filters)).select('o.id').orderBy('o.id', 'desc');

const idsOf = async (query: Passing, most: number): Promise<string[]> =>
  (await query.limit(most).execute()).map(({ id }) => id);

/** One step of a search: bounded, whatever is asked for. */
export async function look(ctx: Context, wanted: Look): Promise<Step> {
  const query = await newestOf(ctx, wanted.filters);
  if (wanted.place.how === 'number') {
    const order = await findByNo(ctx, wanted.asked?.orderNo ?? '');
    const ids = order ? await idsOf(query.where('o.id', '=', order.id), 1) : [];
    return { ids, pages: 0, next: null };
  }
  const beginning = beginsWith(ctx.actor, wanted.filters);
  switch (beginning) {
    case 'index':
      return fromOrders(ctx, wanted, query);
    case 'words':
      return fromWords(ctx, wanted, query);
    case 'newest':
      return fromNewest(ctx, wanted, query);
    default:
      return beginning satisfies never;
  }
}

/** What an index finds by the filters; the words are asked of that. */
async function fromOrders(
  ctx: Context,
  { asked, place, most }: Look,
  query: Passing,
): Promise<Step> {
  const below = place.before ? query.where('o.id', '<', place.before) : query;
  if (!asked) return { ids: await idsOf(below, most), pages: 0, next: null };
  const window = await idsOf(below, windowRows);
  const ids = await fitsAmong(ctx, { asked, how: place.how, ids: window });
  const last = window.length === windowRows ? window.at(-1) : undefined;
  return {
    ids: ids.slice(0, most),
    pages: window.length,
    next: last ? { ...place, before: last } : null,
  };
}

/** What the words find in a span; the filters are asked of that. */
async function fromWords(
  ctx: Context,
  { filters, asked, place, most }: Look,
  query: Passing,
): Promise<Step> {
  const span = await monthsBelow(ctx, { place, filters });
  const { bounds } = span;
  const hits = place.months === 1 ? hitsIn : olderHitsIn;
  const window = asked ? await hits(ctx, { asked, how: place.how, bounds, most: windowRows }) : [];
  const last = window.length === windowRows ? window.at(-1) : undefined;
  const further = span.next && { ...span.next, months: monthsFor(place.months, window.length) };
  const next = last ? { ...place, before: last } : further;
  if (window.length === 0) return { ids: [], pages: 0, next };
  const among = query.where(span.holds).where('o.id', '=', sql<string>`any (${window}::uuid[])`);
  return { ids: await idsOf(among, most), pages: window.length, next };
}

/** What is rare of late may once have been in everybody's mouth: further back in no greater leaps than this. */
const greatestLeap = 4;

/** As many months as should hold one window more, going by how often the word stood in these. */
const monthsFor = (months: number, hits: number): number =>
  Math.ceil(months * Math.min(greatestLeap, windowRows / Math.max(1, hits)));

/** The newest orders one by one: no index tells which of them pass. */
async function fromNewest(
  ctx: Context,
  { filters, place, most }: Look,
  query: Passing,
): Promise<Step> {
  const span = await ordersBelow(ctx, { place, filters, most: windowOrders });
  const ids = await idsOf(query.where(span.holds), most);
  return { ids, pages: windowOrders / ordersOnPage, next: span.next };
}
