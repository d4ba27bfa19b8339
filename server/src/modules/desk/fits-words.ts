import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import type { SearchQuery } from '../text/index.ts';

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
  readonly within: RawBuilder<SqlBool>;
  /** The newest first. */
  readonly months: readonly RawBuilder<SqlBool>[];
  readonly most: number;
}

/**
 * The newest hits of a span, at most so many. Month after month in one statement that ends with the first month that fills
 * it: all hits of a span together would be read before the newest of them are known.
 */
export async function hitsIn(
  ctx: Context,
  { asked, how, within, months, most }: Words & Within,
): Promise<string[]> {
  const fits = fitsFor(ctx.actor, asked, how);
  const each = months.map(
    (month) => sql`(
    select order_id
    from orders.search
    where city_id = ${ctx.cityId} and ${fits} and ${within} and ${month}
    order by order_id desc
    limit ${most})`,
  );
  const { rows } = await sql<{ order_id: string }>`
    select order_id
    from (${sql.join(each, sql` union all `)}) as found
    limit ${most}`.execute(ctx.tx);
  return rows.map(({ order_id }) => order_id);
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
