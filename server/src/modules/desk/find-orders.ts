import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { cityGazetteer, type Spellings, spellingsOf } from '../mentions/index.ts';
import { bigramsOf, searchQuery } from '../text/index.ts';
import type { Asked, How } from './fits-words.ts';
import { look } from './look.ts';
import type { Place } from './look-back.ts';
import type { Filters } from './order-conditions.ts';

export type Found = { id: string; how: How };

export interface Wanted {
  from: Place | null;
  most: number;
  /** A person at a page is answered soon and told where it goes on; a file holds all of it. */
  upTo: 'soon' | 'the-end';
}

/** Pages of tables looked at until an answer is due; whoever has found nothing yet waits a little longer. */
const enoughPages = { found: 8_000, nothing: 24_000 };

/** 检索: what these filters find for this person, at most so many, and where to go on if there is more. */
export async function findOrders(
  ctx: Context,
  filters: Filters,
  { from, most, upTo }: Wanted,
): Promise<{ found: Found[]; next: Place | null }> {
  const asked = filters.q ? await askedOf(ctx, filters.q) : null;
  // A telephone number would stand in the address of the request.
  refuseUnless(!asked?.phone, 'orders.search-phone');
  const ways = waysOf(asked);
  const found: Found[] = [];
  let place: Place | null = from ?? wayAfter(ways, null);
  for (let pages = 0; place && found.length <= most; ) {
    const { how }: Place = place;
    const step = await look(ctx, { filters, asked, place, most: most + 1 - found.length });
    found.push(...step.ids.map((id) => ({ id, how })));
    place = step.next ?? wayAfter(ways, how);
    pages += step.pages;
    if (upTo === 'soon' && pages >= enoughPages[found.length > 0 ? 'found' : 'nothing']) break;
  }
  const last = found[most - 1];
  if (found.length <= most || !last) return { found, next: place };
  return { found: found.slice(0, most), next: { how: last.how, before: last.id, months: 1 } };
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
  return next ? { how: next, before: null, months: 1 } : null;
}
