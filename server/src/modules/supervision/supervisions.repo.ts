import type {
  AskedLevel,
  Instrument,
  SupervisionState,
  SupervisionTrigger,
} from '@minsheng/contract/words/supervision.ts';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf, tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { instantOf, type Place, pageRows } from '../../platform/keyset.ts';
import { concernsUnitIn, visibleTo } from '../orders/index.ts';

/** 督办, with the closed words of its columns said. */
export interface Supervision
  extends Omit<
    Selectable<DB['supervision.supervision']>,
    'level' | 'state' | 'trigger' | 'instrument'
  > {
  level: AskedLevel;
  state: SupervisionState;
  trigger: SupervisionTrigger;
  instrument: Instrument | null;
}

type NewRow = Omit<Insertable<DB['supervision.supervision']>, 'city_id' | 'no' | 'id' | 'made_at'>;
type Change = Omit<
  Updateable<DB['supervision.supervision']>,
  'city_id' | 'order_id' | 'no' | 'id' | 'level'
>;

/** Numbered within its order. The caller holds the order. */
export async function insert(ctx: Context, row: NewRow): Promise<Supervision> {
  const made = await tablesOf<'supervision'>(ctx.tx)
    .insertInto('supervision.supervision')
    .values((eb) => ({
      ...row,
      city_id: ctx.cityId,
      id: ctx.newId(),
      made_at: ctx.now,
      no: eb
        .selectFrom('supervision.supervision')
        .select(sql<number>`count(*) + 1`.as('no'))
        .where('city_id', '=', ctx.cityId)
        .where('order_id', '=', row.order_id),
    }))
    .returningAll()
    .executeTakeFirstOrThrow();
  return made as Supervision;
}

/** All of an order, oldest first. */
export async function supervisionsOf(ctx: Context, orderId: string): Promise<Supervision[]> {
  const rows = await tablesOf<'supervision'>(ctx.tx)
    .selectFrom('supervision.supervision')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .orderBy('no')
    .execute();
  return rows as Supervision[];
}

/** 正在督办: the one that runs with this unit. */
export const runningAt = (all: readonly Supervision[], unitCode: string): Supervision | undefined =>
  all.find(
    ({ unit_code, state }) => unit_code === unitCode && (state === 'open' || state === 'answered'),
  );

export async function change(
  ctx: Context,
  one: Pick<Supervision, 'order_id' | 'no'>,
  set: Change,
): Promise<void> {
  await tablesOf<'supervision'>(ctx.tx)
    .updateTable('supervision.supervision')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', one.order_id)
    .where('no', '=', one.no)
    .execute();
}

/** The one a letter or a task was given for. */
export async function givenWith(
  ctx: Context,
  by: 'letter_id' | 'task_id',
  id: string,
): Promise<Supervision | null> {
  const row = await tablesOf<'supervision'>(ctx.tx)
    .selectFrom('supervision.supervision')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where(by, '=', id)
    .executeTakeFirst();
  return (row as Supervision | undefined) ?? null;
}

export interface Asked {
  state: SupervisionState;
  level: AskedLevel | undefined;
  after: Place | null;
  most: number;
}

/** One list, the most pressing first; of what is closed the latest. Only orders this person may see. */
export async function pageOf(ctx: Context, asked: Asked): Promise<Supervision[]> {
  const isOver = asked.state === 'closed';
  const visible = readerOf(ctx.tx)
    .selectFrom('orders.order as o')
    .select('o.id')
    .where('o.city_id', '=', ctx.cityId)
    .where(sql<boolean>`o.id = s.order_id`)
    .where(visibleTo(ctx.actor));
  let query = readerOf(ctx.tx)
    .selectFrom('supervision.supervision as s')
    .selectAll('s')
    .where('s.city_id', '=', ctx.cityId)
    .where('s.state', '=', asked.state)
    .where(({ exists }) => exists(visible))
    .where(
      sql<boolean>`(${concernsUnitIn(ctx.actor, 's.unit_path')} or ${ctx.actor.unitCode} = any (s.informed))`,
    )
    .orderBy('s.sort_at', isOver ? 'desc' : 'asc')
    .orderBy('s.id', isOver ? 'desc' : 'asc')
    .limit(asked.most);
  if (asked.level) query = query.where('s.level', '=', asked.level);
  if (asked.after) {
    const { id } = asked.after;
    const at = instantOf(asked.after);
    query = query.where(
      isOver
        ? sql<boolean>`(s.sort_at, s.id) < (${at}::timestamptz, ${id}::uuid)`
        : sql<boolean>`(s.sort_at, s.id) > (${at}::timestamptz, ${id}::uuid)`,
    );
  }
  return (await query.execute()) as Supervision[];
}

export const onePage = pageRows + 1;

/** 正在督办: the highest level that runs, by order. */
export async function runningLevels(
  ctx: Context,
  orderIds: readonly string[],
): Promise<Map<string, AskedLevel>> {
  if (orderIds.length === 0) return new Map();
  const rows = await tablesOf<'supervision'>(ctx.tx)
    .selectFrom('supervision.supervision')
    .select(['order_id', sql<AskedLevel>`max(level)`.as('level')])
    .where('city_id', '=', ctx.cityId)
    .where('order_id', 'in', [...orderIds])
    .where('state', 'in', ['open', 'answered'])
    .where(concernsUnitIn(ctx.actor, 'unit_path'))
    .groupBy('order_id')
    .execute();
  return new Map(rows.map(({ order_id, level }) => [order_id, level]));
}

/** How many appeals tell of a thing, what we did by ourselves left out. */
export async function appealsOf(ctx: Context, issueId: string): Promise<number> {
  const issue = await readerOf(ctx.tx)
    .selectFrom('issues.issue')
    .select('appeals')
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', issueId)
    .executeTakeFirst();
  return issue?.appeals ?? 0;
}

/** Whether one of its orders was proposed for that already. */
export async function isClusterKnown(ctx: Context, issueId: string): Promise<boolean> {
  const { rows } = await sql<{ isKnown: boolean }>`
    select exists (
      select from orders.order as o
      join supervision.supervision as s on s.city_id = o.city_id and s.order_id = o.id
      where o.city_id = ${ctx.cityId} and o.issue_id = ${issueId} and s.trigger = 'clustered'
    ) as "isKnown"`.execute(ctx.tx);
  return rows[0]?.isKnown ?? false;
}
