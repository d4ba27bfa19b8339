import type { OrderStatus } from '@minsheng/contract/words/order.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import type { Asked, Span } from './asked-requests.ts';

/** What may be said of an order to everybody: no words of anybody, no number but its own. */
export interface PublicRequest {
  readonly order_no: string;
  readonly matter_code: string;
  readonly status: OrderStatus;
  readonly area_code: string;
  readonly lead_unit: string | null;
  readonly accepted_at: Date;
  readonly status_since: Date;
  readonly closed_at: Date | null;
  readonly due: Date | null;
  readonly lng: number | null;
  readonly lat: number | null;
}

const columns = sql.raw(`
  order_no, matter_code, status, area_code, lead_unit, accepted_at, status_since, closed_at,
  coalesce(promise_at, due_at) as due, lng, lat`);

/**
 * 可公开: of an offered matter, accepted by somebody, and nobody asked for secrecy; never a report (举报). What came
 * through this interface may be read of before, by whoever knows its number. A proactive order is nobody's request.
 */
const isPublic = sql`secrecy = 0 and type <> 'JB' and channel <> 'proactive' and (status <> 'to-accept' or source_ref like 'open311:%')`;

/** By number, in the order asked for. */
export async function requestsByNo(
  ctx: Context,
  { ids, offered }: { ids: readonly string[]; offered: readonly string[] },
): Promise<PublicRequest[]> {
  const days = ids.flatMap((no) => orders.dayBounds(no, ctx.city.zone) ?? []);
  if (days.length === 0) return [];
  const first = new Date(Math.min(...days.map(({ from }) => from.getTime())));
  const last = new Date(Math.max(...days.map(({ to }) => to.getTime())));
  const { rows } = await sql<PublicRequest>`
    select ${columns}
    from orders.order
    where city_id = ${ctx.cityId}
      and order_no = any (${[...ids]})
      and id >= platform.first_id(${first}) and id < platform.first_id(${last})
      and matter_code = any (${[...offered]})
      and ${isPublic}
    order by id desc`.execute(ctx.tx);
  return rows;
}

export interface Wanted {
  readonly offered: readonly string[];
  /** 乡镇街道 by the first nine digits; null: any. */
  readonly towns: readonly string[] | null;
}

/** Newest first; each service by its own index, so that a rare one does not read all the others. */
export async function requestsMade(
  ctx: Context,
  { offered, towns, statuses, updated, page, pageSize }: Asked & Wanted,
  { from, to }: Span,
): Promise<PublicRequest[]> {
  const most = page * pageSize;
  const [only] = statuses.length === 1 ? statuses : [null];
  const open = [...orders.openStatuses];
  const { rows } = await sql<PublicRequest>`
    select found.*
    from unnest(${[...offered]}::text[]) as wanted (matter)
    cross join lateral (
      select id, ${columns}
      from orders.order
      where city_id = ${ctx.cityId}
        and matter_code = wanted.matter
        and id >= platform.first_id(${from}) and id < platform.first_id(${new Date(to.getTime() + 1)})
        and ${isPublic}
        ${updatedWithin(updated)}
        ${inTowns(towns)}
        and (${only}::text is null or (status = any (${open})) = (${only} = 'open'))
      order by id desc
      limit ${most}
    ) as found
    order by found.id desc
    limit ${pageSize} offset ${most - pageSize}`.execute(ctx.tx);
  return rows;
}

/** What is shown as updated, in whole seconds; the span of days keeps what has to be looked at small. */
function updatedWithin(span: Span | null) {
  const updated = sql`date_trunc('second', coalesce(closed_at, status_since))`;
  return span ? sql`and ${updated} >= ${span.from} and ${updated} <= ${span.to}` : sql``;
}

const inTowns = (towns: readonly string[] | null) =>
  towns ? sql`and left(area_code, 9) = any (${[...towns]})` : sql``;

/**
 * The latest changed first, whenever it was asked for: of the closed by the instant of closing, of the others by that of
 * their last step, each service by its own two indexes.
 */
export async function requestsUpdated(
  ctx: Context,
  { offered, towns, statuses, page, pageSize }: Asked & Wanted,
  { from, to }: Span,
): Promise<PublicRequest[]> {
  const most = page * pageSize;
  const [only] = statuses.length === 1 ? statuses : [null];
  const open = [...orders.openStatuses];
  const before = new Date(to.getTime() + 1000);
  const changed = (at: 'closed_at' | 'status_since') => sql`
    select id, ${columns}, ${sql.ref(at)} as updated
    from orders.order
    where city_id = ${ctx.cityId}
      and matter_code = wanted.matter
      and ${at === 'closed_at' ? sql`closed_at is not null` : sql`closed_at is null`}
      and ${sql.ref(at)} >= ${from} and ${sql.ref(at)} < ${before}
      and ${isPublic}
      ${inTowns(towns)}
      and (${only}::text is null or (status = any (${open})) = (${only} = 'open'))
    order by ${sql.ref(at)} desc, id desc
    limit ${most}`;
  const { rows } = await sql<PublicRequest>`
    select found.*
    from unnest(${[...offered]}::text[]) as wanted (matter)
    cross join lateral (
      (${changed('closed_at')})
      union all
      (${changed('status_since')})
    ) as found
    order by found.updated desc, found.id desc
    limit ${pageSize} offset ${most - pageSize}`.execute(ctx.tx);
  return rows;
}

/** The same form of the same program, a moment ago; whoever asks holds the lock against a twin of the request. */
export async function filedBefore(
  ctx: Context,
  { source, minutes }: { source: string; minutes: number },
): Promise<{ id: string; order_no: string } | null> {
  await sql`select pg_advisory_xact_lock(hashtext('open311.filed'), hashtext(${source}))`.execute(
    ctx.tx,
  );
  const since = new Date(ctx.now.getTime() - minutes * 60_000);
  const { rows } = await sql<{ id: string; order_no: string }>`
    select id, order_no
    from orders.order
    where city_id = ${ctx.cityId}
      and source_ref = ${source}
      and id >= platform.first_id(${since})
    order by id desc
    limit 1`.execute(ctx.tx);
  return rows[0] ?? null;
}
