import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import type { SearchQuery } from '../text/index.ts';
import { tellingIn } from './telling-words.ts';

/** How orders are looked for, one after the other: words first, then pairs of characters for what words miss, then other spellings. */
export const hows = ['all', 'number', 'words', 'pairs', 'spellings'] as const;
export type How = (typeof hows)[number];

export interface Asked extends SearchQuery {
  /** As a `tsquery` over the pairs: the name of a thing alone, or the same by sound. */
  readonly spellings: string | null;
}

interface Words {
  readonly asked: Asked;
  readonly how: How;
}

interface Within {
  /** Ids from the highest, itself not among them, down to the lowest; what lies between two is read by itself. */
  readonly bounds: readonly string[];
  readonly most: number;
}

/**
 * The newest hits of a span, at most so many. Month after month in one statement that ends with the first month that fills
 * it: all hits of a span together would be read before the newest of them are known.
 */
export async function hitsIn(
  ctx: Context,
  { asked, how, bounds, most }: Words & Within,
): Promise<string[]> {
  const fits = fitsFor(ctx.actor, asked, how);
  const each = bounds.slice(1).map(
    (low, at) => sql`(
    select order_id
    from orders.search
    where city_id = ${ctx.cityId} and ${fits}
      and order_id < ${bounds[at]}::uuid and order_id >= ${low}::uuid
    order by order_id desc
    limit ${most})`,
  );
  const { rows } = await sql<{ order_id: string }>`
    select order_id
    from (${sql.join(each, sql` union all `)}) as found
    limit ${most}`.execute(ctx.tx);
  return rows.map(({ order_id }) => order_id);
}

/** 更早的: the same for words the newest months do not have enough of; planned once, whatever they are. */
export async function olderHitsIn(
  ctx: Context,
  { asked, how, bounds, most }: Words & Within,
): Promise<string[]> {
  if (ctx.actor.scope !== 'all') return hitsIn(ctx, { asked, how, bounds, most });
  const [words, pairs] = [asked.words ?? '', asked.bigrams ?? ''];
  const telling = await tellingIn(ctx, { words, pairs }, bounds);
  const { rows } = await sql<{ id: string }>`/* kept */
    select hit as id
    from orders.newest_hits(${ctx.cityId}::smallint, ${how}, ${words}::tsquery, ${pairs}::tsquery,
      ${asked.spellings ?? ''}::tsquery, ${telling.words}::tsquery[], ${telling.pairs}::tsquery[],
      ${[...bounds]}::uuid[], ${most}::integer) as hit`.execute(ctx.tx);
  return rows.map(({ id }) => id);
}

/** Which of these orders fit, in the order they came. */
export async function fitsAmong(
  ctx: Context,
  { asked, how, ids }: Words & { ids: readonly string[] },
): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ order_id: string }>`
    select order_id
    from orders.search
    where city_id = ${ctx.cityId} and order_id = any (${[...ids]}::uuid[])
      and ${fitsFor(ctx.actor, asked, how)}`.execute(ctx.tx);
  const fit = new Set(rows.map(({ order_id }) => order_id));
  return ids.filter((id) => fit.has(id));
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
