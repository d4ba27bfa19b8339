import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { blindIndex } from '../../platform/secrets.ts';
import type { KeyKind, OrderKey } from './order-keys.ts';

/** Longer ago nothing is looked for: what was said half a year ago is another time. */
export const windowDays = 90;
const dayMs = 86_400_000;

/** A word that so many lately have is no rare one: it finds everything. */
const rareBelow = 40;
const mostRareWords = 10;
/** Of one key the newest; a key that thousands have finds nobody in particular. */
export const readPerKey = 100;
export const mostCandidates = 60;

export const weights: Record<KeyKind, number> = {
  place: 3,
  spot: 3,
  subject: 3,
  matter: 1,
  word: 2,
};

/** Six bytes of a keyed digest: enough to find by, and nobody reads a name out of them. */
function digest(ctx: Context, { kind, value }: OrderKey): number {
  return blindIndex(ctx.keys, 'issues', `${kind} ${value}`).readUIntBE(0, 6);
}

const since = (ctx: Context): Date => new Date(ctx.now.getTime() - windowDays * dayMs);

/** The months of the window, the newest first: a range of ids each. */
function monthsOf(ctx: Context): { from: Date; before: Date }[] {
  const first = since(ctx);
  const startOf = (back: number) =>
    new Date(Date.UTC(ctx.now.getUTCFullYear(), ctx.now.getUTCMonth() - back));
  const months = [];
  for (let back = 0; startOf(back - 1) > first; back += 1)
    months.push({
      from: startOf(back) > first ? startOf(back) : first,
      before: startOf(back - 1),
    });
  return months;
}

/** What an order is to be found by: all its names, and of its words the rarest. */
export async function rareKeys(ctx: Context, keys: readonly OrderKey[]): Promise<OrderKey[]> {
  const words = keys.filter(({ kind }) => kind === 'word');
  const { rows } = await sql<{ held: number }>`
    select (
      select count(*) from (
        select from issues.key
        where city_id = ${ctx.cityId}
          and key = own.key
          and order_id >= platform.first_id(${since(ctx)})
        limit ${rareBelow}) as few)::integer as held
    from unnest(${words.map((word) => digest(ctx, word))}::bigint[]) with ordinality as own(key, no)
    order by own.no`.execute(ctx.tx);
  const rare = rarestOf(words.map((word, at) => ({ word, held: rows[at]?.held ?? 0 })));
  return [...keys.filter(({ kind }) => kind !== 'word'), ...rare];
}

/** Words with how many orders have each. */
export function rarestOf(
  words: readonly { readonly word: OrderKey; readonly held: number }[],
): OrderKey[] {
  return (
    words
      .filter(({ held }) => held < rareBelow)
      // A word that somebody has used already may join two; of those nobody used, the longest.
      .toSorted((a, b) => usefulness(a) - usefulness(b) || b.word.said.length - a.word.said.length)
      .slice(0, mostRareWords)
      .map(({ word }) => word)
  );
}

const usefulness = ({ held }: { held: number }): number => (held === 0 ? rareBelow : held);

/** 轮流: of two orders read at once each would miss the other's keys, and nobody would propose them. Held until the end. */
export async function awaitTurn(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('issues.key'), ${ctx.cityId})`.execute(ctx.tx);
}

/** Only by whoever has the turn: two readings of one order side by side would both insert. */
export async function replaceKeys(
  ctx: Context,
  orderId: string,
  keys: readonly OrderKey[],
): Promise<void> {
  await dropKeys(ctx, [orderId]);
  if (keys.length === 0) return;
  const rows = new Map(keys.map((key) => [digest(ctx, key), key.kind]));
  await tablesOf<'issues'>(ctx.tx)
    .insertInto('issues.key')
    .values([...rows].map(([key, kind]) => ({ city_id: ctx.cityId, order_id: orderId, kind, key })))
    .execute();
}

export async function dropKeys(ctx: Context, orderIds: readonly string[]): Promise<void> {
  await tablesOf<'issues'>(ctx.tx)
    .deleteFrom('issues.key')
    .where('city_id', '=', ctx.cityId)
    .where('order_id', 'in', [...orderIds])
    .execute();
}

/**
 * 候选: orders that share keys, those first that share the most and the rarest. Every key costs a range of the index at
 * most `readPerKey` long, however many orders there are: month after month, for over several months at once all that have a
 * key would be read and sorted before its newest are known.
 */
export async function ordersSharing(
  ctx: Context,
  keys: readonly OrderKey[],
  except: string | null,
): Promise<string[]> {
  const asked = new Map(keys.map((key) => [digest(ctx, key), weights[key.kind]]));
  const each = monthsOf(ctx).map(
    ({ from, before }) => sql`(
        select order_id from issues.key
        where city_id = ${ctx.cityId}
          and key = own.key
          and order_id >= platform.first_id(${from})
          and order_id < platform.first_id(${before})
        order by order_id desc
        limit ${readPerKey})`,
  );
  const { rows } = await sql<{ id: string }>`
    select hit.order_id as id
    from unnest(${[...asked.keys()]}::bigint[], ${[...asked.values()]}::float8[]) as own(key, weight)
    cross join lateral (
      select few.order_id, count(*) over () as held
      from (
        select order_id from (${sql.join(each, sql` union all `)}) as found
        limit ${readPerKey}) as few
    ) as hit
    where hit.order_id is distinct from ${except}::uuid
    group by hit.order_id
    order by sum(own.weight / ln(1.7 + hit.held)) desc, hit.order_id desc
    limit ${mostCandidates}`.execute(ctx.tx);
  return rows.map(({ id }) => id);
}
