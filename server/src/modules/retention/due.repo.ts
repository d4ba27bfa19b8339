import type { DestroyedKind } from '@minsheng/contract/words/retention.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { RetentionClass } from '../matters/index.ts';

/** What a city keeps for so many years. */
export type DueClass = Omit<RetentionClass, 'kind' | 'years'> & {
  readonly kind: DestroyedKind;
  readonly years: number;
};

/** One month of orders, by its first instant and that of the next. */
export interface Month {
  readonly name: string;
  readonly from: Date;
  readonly until: Date;
}

export const monthNamed = (name: string): Month => {
  const from = new Date(`${name}-01T00:00:00Z`);
  return {
    name,
    from,
    until: new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1)),
  };
};

/** The month the oldest order lies in; null: there is none. */
export async function oldestMonth(ctx: Context): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from orders.order
    where city_id = ${ctx.cityId}
    order by id
    limit 1`.execute(ctx.tx);
  const id = rows[0]?.id;
  if (id === undefined) return null;
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))
    .toISOString()
    .slice(0, 7);
}

/** 归入: the first row of the table that fits; rows before it must not. */
const belongs = (of: DueClass, before: readonly DueClass[]) =>
  sql`${fits(of)}${sql.join(
    before.map((other) => sql` and not ${fits(other)}`),
    sql``,
  )}`;

const fits = ({ types, matters }: Pick<DueClass, 'types' | 'matters'>) => sql`(
  (${types.length === 0}::boolean or o.type = any (${[...types]}::text[]))
  and (${matters.length === 0}::boolean
    or exists (select from unnest(${[...matters]}::text[]) as m (prefix) where starts_with(o.matter_code, m.prefix))))`;

/** There is something of this kind left to destroy. */
const isThere: Record<DestroyedKind, ReturnType<typeof sql>> = {
  order: sql`true`,
  person: sql`exists (
    select from requesters.requester as r
    where r.city_id = o.city_id and r.order_id = o.id and r.erased_at is null)`,
  file: sql`exists (select from files.file as f where f.city_id = o.city_id and f.order_id = o.id)`,
};

interface Due {
  readonly of: DueClass;
  /** Rows of the same kind that stand before it. */
  readonly before: readonly DueClass[];
  readonly month: Month;
  readonly closedBefore: Date;
}

/** 到期: archived, closed so many years ago, not destroyed yet. Reads one month's partition. */
export async function putDue(
  ctx: Context,
  listId: string,
  { of, before, month, closedBefore, most }: Due & { most: number },
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into retention.item (city_id, list_id, order_id)
    select o.city_id, ${listId}::uuid, o.id
    from orders.order as o
    where o.city_id = ${ctx.cityId}
      and o.id >= platform.first_id(${month.from}) and o.id < platform.first_id(${month.until})
      and o.archived_at is not null and o.destroyed_at is null
      and coalesce(o.closed_at, o.archived_at) < ${closedBefore}
      and ${belongs(of, before)} and ${isThere[of.kind]}
    order by o.id
    limit ${most}`.execute(ctx.tx);
  return Number(numAffectedRows ?? 0);
}

/** 扣除冻结: what is held is not proposed; answers how many were. Begins at the holds, which are few. */
export async function takeOutHeld(ctx: Context, listId: string, month: Month): Promise<number> {
  const inMonth = (id: string) =>
    sql`${sql.ref(id)} >= platform.first_id(${month.from}) and ${sql.ref(id)} < platform.first_id(${month.until})`;
  const { numAffectedRows } = await sql`
    with standing as materialized (
      select target, order_id, issue_id, person_index
      from retention.hold
      where city_id = ${ctx.cityId} and lifted_at is null
    ), held as materialized (
      select order_id as id from standing where target = 'order'
      union
      select o.id
      from standing as h
      join orders.order as o
        on o.city_id = ${ctx.cityId} and o.issue_id = h.issue_id and ${inMonth('o.id')}
      where h.target = 'issue'
      union
      select r.order_id
      from standing as h
      join requesters.requester as r
        on r.city_id = ${ctx.cityId} and r.phone_index = h.person_index and ${inMonth('r.order_id')}
      where h.target = 'requester'
    )
    delete from retention.item as i
    using held
    where i.city_id = ${ctx.cityId} and i.list_id = ${listId} and i.order_id = held.id
      and ${inMonth('i.order_id')}`.execute(ctx.tx);
  return Number(numAffectedRows ?? 0);
}

interface Summed {
  readonly orders: number;
  readonly oldest: Date;
  readonly newest: Date;
  readonly digest: Buffer;
}

/** What is signed: how many, from when to when, and the digest of their ids. */
export async function summed(ctx: Context, listId: string, month: Month): Promise<Summed | null> {
  // Row by row from the list, which is younger than what the planner knows of it.
  const { rows } = await sql<Summed>`
    select count(*)::int as orders, min(o.closed_at) as oldest, max(o.closed_at) as newest,
      sha256(convert_to(string_agg(i.order_id::text, ',' order by i.order_id), 'UTF8')) as digest
    from retention.item as i
    cross join lateral (
      select coalesce(closed_at, archived_at) as closed_at from orders.order
      where city_id = i.city_id and id = i.order_id
        and id >= platform.first_id(${month.from}) and id < platform.first_id(${month.until})
      limit 1
    ) as o
    where i.city_id = ${ctx.cityId} and i.list_id = ${listId}
      and i.order_id >= platform.first_id(${month.from}) and i.order_id < platform.first_id(${month.until})
    having count(*) > 0`.execute(ctx.tx);
  return rows[0] ?? null;
}

/** 已有清册: one that is open, or one that was refused and may not come again yet. */
export async function isListed(
  ctx: Context,
  { code, month, refusedSince }: { code: string; month: string; refusedSince: Date },
): Promise<boolean> {
  const { rows } = await sql`
    select from retention.list
    where city_id = ${ctx.cityId} and class_code = ${code} and month = ${month}
      and (state in ('proposed', 'signed', 'approved') or refused_at > ${refusedSince})
    limit 1`.execute(ctx.tx);
  return rows.length > 0;
}

/** Answers whether this month of the clock is begun now. */
export async function beginProposal(ctx: Context, month: string): Promise<boolean> {
  const { rows } = await sql`
    insert into retention.proposal (city_id, month, at)
    values (${ctx.cityId}, ${month}, ${ctx.now})
    on conflict do nothing
    returning month`.execute(ctx.tx);
  return rows.length > 0;
}

export async function isProposed(ctx: Context, month: string): Promise<boolean> {
  const { rows } = await sql`
    select from retention.proposal
    where city_id = ${ctx.cityId} and month = ${month}`.execute(ctx.tx);
  return rows.length > 0;
}
