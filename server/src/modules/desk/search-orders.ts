import type { orders as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { findByNo, orderRows, visibleTo } from '../orders/index.ts';
import { type SearchQuery, searchQuery } from '../text/index.ts';
import { peopleBehind } from './people-behind.ts';

export type Filters = Omit<InputOf<typeof contract.searchOrders>, 'cursor'>;

const pageRows = 50;
/** How many hits are looked at and counted; the page says so where there are more. */
export const shownCap = 2000;

/** 工单检索: number, text, place, unit; only what this person may see, newest first. */
export async function searchOrders(
  ctx: Context,
  input: InputOf<typeof contract.searchOrders>,
): Promise<ReplyOf<typeof contract.searchOrders>> {
  const ids = await findIds(ctx, input);
  const from = input.cursor ? ids.findIndex((id) => id < (input.cursor ?? '')) : 0;
  const shown = from < 0 ? [] : ids.slice(from, from + pageRows);
  const isLast = from < 0 || from + pageRows >= ids.length;
  const [rows, counts] = await Promise.all([orderRows(ctx, shown), countsOf(ctx, ids)]);
  return { rows, next: isLast ? null : (shown.at(-1) ?? null), shownCap, ...counts };
}

/** Ids of what was found, newest first, `shownCap` at most. */
export async function findIds(ctx: Context, filters: Filters): Promise<string[]> {
  const asked = filters.q ? searchQuery(filters.q) : null;
  // A telephone number would stand in the address of the request.
  refuseUnless(!asked?.phone, 'orders.search-phone');
  const hits = asked ? await textHits(ctx, asked) : null;
  if (hits?.length === 0) return [];
  return filtered(ctx, filters, hits);
}

/** Words first; pairs of characters for what words miss. Each list is cut before anything is joined to it. */
async function textHits(ctx: Context, asked: SearchQuery): Promise<string[]> {
  if (asked.orderNo) return byNumber(ctx, asked.orderNo);
  const hits = new Set<string>();
  for (const [column, query] of [
    ['words', asked.words],
    ['bigrams', asked.bigrams],
  ] as const) {
    if (!query || hits.size >= pageRows) continue;
    const { rows } = await sql<{ order_id: string }>`
      select order_id from orders.search
      where city_id = ${ctx.cityId} and ${sql.ref(column)} @@ ${query}::tsquery
      order by order_id desc
      limit ${shownCap}`.execute(ctx.tx);
    for (const { order_id } of rows) hits.add(order_id);
  }
  return [...hits];
}

async function byNumber(ctx: Context, orderNo: string): Promise<string[]> {
  const found = await findByNo(ctx, orderNo);
  return found ? [found.id] : [];
}

async function filtered(ctx: Context, filters: Filters, hits: string[] | null): Promise<string[]> {
  let query = readerOf(ctx.tx)
    .selectFrom('orders.order as o')
    .select('o.id')
    .where('o.city_id', '=', ctx.cityId)
    .where(visibleTo(ctx.actor))
    .where(openlyFound(ctx))
    .orderBy('o.id', 'desc')
    .limit(shownCap);
  if (hits) query = query.where('o.id', '=', sql<string>`any (${hits}::uuid[])`);
  if (filters.status) query = query.where('o.status', '=', filters.status);
  if (filters.urgency) query = query.where('o.urgency', '=', filters.urgency);
  if (filters.matter) query = query.where('o.matter_code', 'like', `${filters.matter}%`);
  if (filters.area)
    query = query.where('o.area_code', 'like', `${filters.area.replace(/(000)+$/, '')}%`);
  if (filters.unit) query = query.where('o.lead_unit', '=', filters.unit);
  if (filters.overdue)
    query = query
      .where('o.status', 'in', ['in-progress', 'need-info'])
      .where('o.due_at', '<', ctx.now);
  if (filters.from) query = query.where('o.id', '>=', firstIdOf(filters.from, 0));
  if (filters.to) query = query.where('o.id', '<', firstIdOf(filters.to, 1));
  return (await query.execute()).map(({ id }) => id);
}

/** A day of the city as a bound between ids. */
function firstIdOf(day: string, daysLater: number) {
  const start = new Date(Date.parse(`${day}T00:00:00+08:00`) + daysLater * 86_400_000);
  return sql<string>`platform.first_id(${start})`;
}

/** 保密工单不进检索 (domain 2.11), but for those who may read secrets and for the units that hold a duty. */
function openlyFound(ctx: Context) {
  const findsSecrets =
    ctx.actor.has('orders.read-secret') ||
    ctx.actor.scope === 'unit' ||
    ctx.actor.scope === 'county';
  return findsSecrets ? sql<boolean>`true` : sql<boolean>`o.secrecy = 0`;
}

/** Appeals, people and issues behind the hits: three counts of the same rows (domain 2.10). */
async function countsOf(ctx: Context, ids: readonly string[]) {
  const [people, { rows }] = await Promise.all([
    peopleBehind(ctx, ids),
    sql<{ issues: number }>`
      select count(distinct issue_id)::integer as issues
      from orders.order
      where city_id = ${ctx.cityId} and id = any (${[...ids]}::uuid[])`.execute(ctx.tx),
  ]);
  return { appeals: ids.length, people, issues: rows[0]?.issues ?? 0 };
}
