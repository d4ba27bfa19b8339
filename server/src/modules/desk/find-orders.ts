import { type SqlBool, sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { dayEnd, dayStart } from '../../platform/zone.ts';
import { cityGazetteer, type Spellings, spellingsOf } from '../mentions/index.ts';
import { findByNo } from '../orders/index.ts';
import { bigramsOf, type SearchQuery, searchQuery } from '../text/index.ts';
import { firstIdAt } from './first-id-at.ts';
import { type Filters, passing } from './order-conditions.ts';

/** How orders are looked for, one after the other: words first, then pairs of characters for what words miss, then other spellings. */
export const hows = ['all', 'number', 'words', 'pairs', 'spellings'] as const;
export type How = (typeof hows)[number];

/** Where a search goes on: newest first, below this id. */
export interface Place {
  how: How;
  before: string | null;
}
export type Found = { id: string; how: How };

/** Hits of frequent words are cut before anything is joined to them; what secrecy leaves of a window may be few, then the next is read. */
const windowRows = 2000;
const mostWindows = 4;

export interface Wanted {
  from: Place | null;
  most: number;
}

/** 检索: what these filters find for this person, at most so many, and where to go on if there is more. */
export async function findOrders(
  ctx: Context,
  filters: Filters,
  { from, most }: Wanted,
): Promise<{ found: Found[]; next: Place | null }> {
  const asked = filters.q ? await askedOf(ctx, filters.q) : null;
  // A telephone number would stand in the address of the request.
  refuseUnless(!asked?.phone, 'orders.search-phone');
  const ways = waysOf(asked);
  const found: Found[] = [];
  let place: Place | null = from ?? wayAfter(ways, null);
  for (let windows = 0; place && found.length <= most && windows < mostWindows; windows += 1) {
    const { how }: Place = place;
    const step = await look(ctx, { filters, asked, place, most: most + 1 - found.length });
    found.push(...step.ids.map((id) => ({ id, how })));
    place = step.next ?? wayAfter(ways, how);
  }
  const last = found[most - 1];
  if (found.length <= most || !last) return { found, next: place };
  return { found: found.slice(0, most), next: { how: last.how, before: last.id } };
}

interface Asked extends SearchQuery {
  /** As a `tsquery` over the pairs: the name of a thing alone, or the same by sound. */
  readonly spellings: string | null;
}

async function askedOf(ctx: Context, q: string): Promise<Asked> {
  const spellings = spellingsOf(q, await cityGazetteer(ctx));
  return { ...searchQuery(q), spellings: spellings && spelledAnyway(spellings) };
}

function spelledAnyway({ core, sound }: Spellings): string {
  const quoted = (pairs: readonly string[]) => pairs.map((pair) => `'${pair}'`).join(' & ');
  return core === null ? quoted([sound]) : `(${quoted(bigramsOf(core))}) | ${quoted([sound])}`;
}

function waysOf(asked: Asked | null): How[] {
  if (!asked) return ['all'];
  if (asked.orderNo) return ['number'];
  return [
    ...(asked.words ? ['words' as const] : []),
    ...(asked.bigrams ? ['pairs' as const] : []),
    ...(asked.spellings ? ['spellings' as const] : []),
  ];
}

function wayAfter(ways: readonly How[], how: How | null): Place | null {
  const next = ways[how === null ? 0 : ways.indexOf(how) + 1];
  return next ? { how: next, before: null } : null;
}

interface Look {
  filters: Filters;
  asked: Asked | null;
  place: Place;
  most: number;
}

async function look(
  ctx: Context,
  { filters, asked, place, most }: Look,
): Promise<{ ids: string[]; next: Place | null }> {
  const query = (await passing(ctx, filters)).select('o.id').orderBy('o.id', 'desc').limit(most);
  const read = async (found: typeof query) => (await found.execute()).map(({ id }) => id);
  if (!asked) {
    const below = place.before ? query.where('o.id', '<', place.before) : query;
    return { ids: await read(below), next: null };
  }
  if (place.how === 'number') {
    const order = await findByNo(ctx, asked.orderNo ?? '');
    return { ids: order ? await read(query.where('o.id', '=', order.id)) : [], next: null };
  }
  const hits = hitsOf(ctx, { filters, asked, place });
  if (!isWide(ctx, filters))
    return { ids: await read(query.where(sql<SqlBool>`o.id in (${hits})`)), next: null };
  const { rows } = await sql<{ order_id: string }>`
    ${hits} order by order_id desc limit ${windowRows}`.execute(ctx.tx);
  if (rows.length === 0) return { ids: [], next: null };
  const window = rows.map(({ order_id }) => order_id);
  const ids = await read(query.where('o.id', '=', sql<string>`any (${window}::uuid[])`));
  const last = window.at(-1);
  const isFull = window.length === windowRows && last !== undefined;
  return { ids, next: isFull ? { how: place.how, before: last } : null };
}

/** Nearly every hit passes: only then is a window of the newest hits worth cutting before the orders are read. */
function isWide({ actor }: Context, { q: _q, from: _from, to: _to, ...others }: Filters): boolean {
  return actor.scope === 'all' && Object.values(others).every((value) => value === undefined);
}

/** Ids whose text fits; the days asked for bound the months that are read. */
function hitsOf(
  ctx: Context,
  { filters, asked, place }: { filters: Filters; asked: Asked; place: Place },
) {
  const bounds = [
    ...(place.before ? [sql`order_id < ${place.before}`] : []),
    ...(filters.to ? [sql`order_id < ${firstIdAt(dayEnd(filters.to, ctx.city.zone))}`] : []),
    ...(filters.from ? [sql`order_id >= ${firstIdAt(dayStart(filters.from, ctx.city.zone))}`] : []),
  ];
  return sql`
    select order_id from orders.search
    where ${sql.join([sql`city_id = ${ctx.cityId}`, fitsFor(ctx.actor, asked, place.how), ...bounds], sql` and `)}`;
}

/** The centre searches what the citizen said, everybody else what they may read: a hit tells as much as the text. */
function fitsFor({ scope }: Actor, asked: Asked, how: How) {
  const fits = (words: 'words' | 'unit_words', bigrams: 'bigrams' | 'unit_bigrams') => {
    const hasWords = sql`${sql.ref(words)} @@ ${asked.words ?? ''}::tsquery`;
    if (how === 'words') return hasWords;
    const hasPairs = sql`${sql.ref(bigrams)} @@ ${asked.bigrams ?? ''}::tsquery`;
    if (how === 'pairs') return sql`${hasPairs} and not (${hasWords})`;
    return sql`${sql.ref(bigrams)} @@ ${asked.spellings ?? ''}::tsquery
      and not (${hasWords}) and not (${hasPairs})`;
  };
  const asSaid = fits('words', 'bigrams');
  if (scope === 'all') return asSaid;
  return sql`((unit_words is null and ${asSaid}) or (${fits('unit_words', 'unit_bigrams')}))`;
}
