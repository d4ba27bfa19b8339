import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { dayEnd, dayStart } from '../../platform/zone.ts';
import { firstIdAt, idAtMs, msOf } from './first-id-at.ts';
import type { How } from './fits-words.ts';
import type { Filters } from './order-conditions.ts';

/** Where a search goes on: newest first, below this id; and how far its next span reaches back. */
export interface Place {
  readonly how: How;
  readonly before: string | null;
  readonly months: number;
}

/** A piece of time, so that only its months are planned and read, and a frequent word is not counted to the first day. */
export interface Span {
  /** Of `o.id`. */
  readonly holds: RawBuilder<SqlBool>;
  /** Null: nothing lies before it. */
  readonly next: Place | null;
}

interface Wanted {
  readonly place: Place;
  readonly filters: Filters;
}

const monthMs = 31 * 86_400_000;

interface Months extends Span {
  /** Ids from the highest, itself not among them, down to the lowest: what lies between two is of one month. */
  readonly bounds: readonly string[];
}

/** 由近及远: so many months before the place. */
export async function monthsBelow(ctx: Context, { place, filters }: Wanted): Promise<Months> {
  const before = topOf(ctx, { place, filters });
  const top = before === null ? ctx.now.getTime() : msOf(before);
  const floor = top - place.months * monthMs;
  const oldest = await oldestOf(ctx);
  const earliest = earliestMs(ctx, filters);
  const isLast = oldest === null || floor <= msOf(oldest) || floor <= earliest;
  const low = isLast ? null : idAtMs(floor);
  const bottom = low === null && oldest !== null ? Math.max(msOf(oldest), earliest) : floor;
  return {
    holds: within(ctx, { before, low, filters }),
    bounds: [
      ...(before === null ? [beyondAll, idAtMs(monthStart(top, 1))] : [before]),
      ...monthsBetween(bottom, top),
      low ?? idAtMs(earliest),
    ],
    next: low === null ? null : { ...place, before: low },
  };
}

/** Where each month begins, the newest first. */
function monthsBetween(bottom: number, top: number): string[] {
  const starts: string[] = [];
  for (let start = monthStart(top); start > bottom; start = monthStart(start - 1))
    starts.push(idAtMs(start));
  return starts;
}

function monthStart(ms: number, later = 0): number {
  const at = new Date(ms);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + later);
}

/** So many orders before the place, whatever the time: what no index finds is looked for among them. */
export async function ordersBelow(
  ctx: Context,
  { place, filters, most }: Wanted & { most: number },
): Promise<Span> {
  const before = topOf(ctx, { place, filters });
  const { rows } = await sql<{ id: string }>`/* kept */
    select id
    from orders.order
    where city_id = ${ctx.cityId} and id < ${before ?? beyondAll}::uuid
    order by id desc
    offset ${sql.lit(most)} limit 1`.execute(ctx.tx);
  const low = rows[0]?.id ?? null;
  const isLast = low === null || msOf(low) <= earliestMs(ctx, filters);
  return {
    holds: within(ctx, { before, low, filters }),
    next: isLast ? null : { ...place, before: low },
  };
}

const beyondAll = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const oldestRead = new WeakMap<Context['unitOfWork'], Promise<string | null>>();

/** The first order of all, read once in a transaction. */
function oldestOf(ctx: Context): Promise<string | null> {
  const known = oldestRead.get(ctx.unitOfWork);
  if (known) return known;
  const reading = sql<{ id: string }>`/* kept */
    select id from orders.order where city_id = ${ctx.cityId} order by id limit 1`
    .execute(ctx.tx)
    .then(({ rows }) => rows[0]?.id ?? null);
  oldestRead.set(ctx.unitOfWork, reading);
  return reading;
}

interface Bounds {
  readonly before: string | null;
  readonly low: string | null;
  readonly filters: Filters;
}

/** Nothing after the last day asked for. */
function topOf(ctx: Context, { place: { before }, filters: { to } }: Wanted): string | null {
  if (!to) return before;
  const end = idAtMs(dayEnd(to, ctx.city.zone).getTime());
  return before !== null && before < end ? before : end;
}

/** At or after the low end and the first day asked for, before the high end. */
const within = (ctx: Context, { before, low, filters: { from } }: Bounds): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.join(
    [
      sql`true`,
      ...(before === null ? [] : [sql`o.id < ${before}::uuid`]),
      ...(low === null ? [] : [sql`o.id >= ${low}::uuid`]),
      ...(from ? [sql`o.id >= ${firstIdAt(dayStart(from, ctx.city.zone))}`] : []),
    ],
    sql` and `,
  )}`;

const earliestMs = (ctx: Context, { from }: Filters): number =>
  from ? dayStart(from, ctx.city.zone).getTime() : Number.NEGATIVE_INFINITY;
