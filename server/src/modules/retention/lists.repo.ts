import type { AppealType } from '@minsheng/contract/words/order.ts';
import type { DestroyedKind, ItemOutcome, ListState } from '@minsheng/contract/words/retention.ts';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { pageRows } from '../../platform/keyset.ts';
import { refuseUnless } from '../../platform/refusal.ts';

export type DestructionList = Omit<Selectable<DB['retention.list']>, 'state' | 'kind'> & {
  readonly state: ListState;
  readonly kind: DestroyedKind;
};

const lists = (ctx: Context) =>
  tablesOf<'retention'>(ctx.tx)
    .selectFrom('retention.list')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .$castTo<DestructionList>();

export async function insertList(
  ctx: Context,
  row: Omit<Insertable<DB['retention.list']>, 'city_id'>,
): Promise<void> {
  await tablesOf<'retention'>(ctx.tx)
    .insertInto('retention.list')
    .values({ ...row, city_id: ctx.cityId })
    .execute();
}

/** Refuses `retention.no-such-list`. */
export async function findList(ctx: Context, id: string): Promise<DestructionList> {
  const row = await lists(ctx).where('id', '=', id).executeTakeFirst();
  refuseUnless(row, 'retention.no-such-list');
  return row;
}

/** Held against a second person who signs or refuses it at once, and a second worker. */
export async function lockList(ctx: Context, id: string): Promise<DestructionList> {
  const row = await lists(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  refuseUnless(row, 'retention.no-such-list');
  return row;
}

export async function changeList(
  ctx: Context,
  id: string,
  set: Updateable<DB['retention.list']>,
): Promise<void> {
  await tablesOf<'retention'>(ctx.tx)
    .updateTable('retention.list')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** Newest first, one more than a page. */
export async function pageOfLists(
  ctx: Context,
  { states, before }: { states: readonly ListState[]; before: string | null },
): Promise<DestructionList[]> {
  let query = lists(ctx)
    .where('state', 'in', [...states])
    .orderBy('id', 'desc')
    .limit(pageRows + 1);
  if (before !== null) query = query.where('id', '<', before);
  return query.execute();
}

/** The month's own bounds: its orders stand in one partition. */
const within = (month: string, column: string) => {
  const from = new Date(`${month}-01T00:00:00Z`);
  const until = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
  const id = sql.ref(column);
  return sql`${id} >= platform.first_id(${from}) and ${id} < platform.first_id(${until})`;
};

export interface ItemRow {
  readonly order_id: string;
  readonly order_no: string;
  readonly type: AppealType;
  readonly matter_code: string;
  readonly closed_at: Date;
  readonly outcome: ItemOutcome | null;
}

/** 清册各件, in the order of their ids. */
export async function itemsOf(
  ctx: Context,
  list: Pick<DestructionList, 'id' | 'month'>,
  { skip, most }: { skip: number; most: number },
): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select i.order_id, o.order_no, o.type, o.matter_code, i.outcome,
      coalesce(o.closed_at, o.archived_at) as closed_at
    from retention.item as i
    join orders.order as o on o.city_id = i.city_id and o.id = i.order_id
    where i.city_id = ${ctx.cityId} and i.list_id = ${list.id} and ${within(list.month, 'i.order_id')}
      and ${within(list.month, 'o.id')}
    order by i.order_id
    limit ${most} offset ${skip}`.execute(ctx.tx);
  return rows;
}

/** The next that nobody has destroyed yet. */
export async function itemsToDo(
  ctx: Context,
  list: Pick<DestructionList, 'id' | 'month'>,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select order_id as id from retention.item as i
    where city_id = ${ctx.cityId} and list_id = ${list.id} and outcome is null
      and ${within(list.month, 'i.order_id')}
    order by order_id
    limit ${most}`.execute(ctx.tx);
  return rows.map(({ id }) => id);
}

export async function markItems(
  ctx: Context,
  list: Pick<DestructionList, 'id'>,
  { orderIds, outcome }: { orderIds: readonly string[]; outcome: ItemOutcome },
): Promise<void> {
  if (orderIds.length === 0) return;
  await tablesOf<'retention'>(ctx.tx)
    .updateTable('retention.item')
    .set({ outcome })
    .where('city_id', '=', ctx.cityId)
    .where('list_id', '=', list.id)
    .where('order_id', 'in', [...orderIds])
    .execute();
}

export async function outcomesOf(
  ctx: Context,
  list: Pick<DestructionList, 'id' | 'month'>,
): Promise<Record<ItemOutcome, number>> {
  const { rows } = await sql<Record<ItemOutcome, number>>`
    select count(*) filter (where outcome = 'destroyed')::int as destroyed,
      count(*) filter (where outcome = 'held')::int as held,
      count(*) filter (where outcome = 'changed')::int as changed
    from retention.item as i
    where city_id = ${ctx.cityId} and list_id = ${list.id} and ${within(list.month, 'i.order_id')}`.execute(
    ctx.tx,
  );
  return rows[0] ?? { destroyed: 0, held: 0, changed: 0 };
}
