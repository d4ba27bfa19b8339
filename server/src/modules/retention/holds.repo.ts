import type { HoldGround, HoldTarget } from '@minsheng/contract/words/retention.ts';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { pageRows } from '../../platform/keyset.ts';
import { refuseUnless } from '../../platform/refusal.ts';

export type Hold = Omit<Selectable<DB['retention.hold']>, 'target' | 'ground'> & {
  readonly target: HoldTarget;
  readonly ground: HoldGround;
};

const holds = (ctx: Context) =>
  tablesOf<'retention'>(ctx.tx)
    .selectFrom('retention.hold')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .$castTo<Hold>();

export async function insertHold(
  ctx: Context,
  row: Omit<Insertable<DB['retention.hold']>, 'city_id'>,
): Promise<void> {
  await tablesOf<'retention'>(ctx.tx)
    .insertInto('retention.hold')
    .values({ ...row, city_id: ctx.cityId })
    .execute();
}

/** Held against a second person who lifts it at once. Refuses `retention.no-such-hold`. */
export async function lockHold(ctx: Context, id: string): Promise<Hold> {
  const row = await holds(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  refuseUnless(row, 'retention.no-such-hold');
  return row;
}

export async function changeHold(
  ctx: Context,
  id: string,
  set: Updateable<DB['retention.hold']>,
): Promise<void> {
  await tablesOf<'retention'>(ctx.tx)
    .updateTable('retention.hold')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** Newest first, one more than a page. */
export async function pageOfHolds(
  ctx: Context,
  { isStanding, before }: { isStanding: boolean; before: string | null },
): Promise<Hold[]> {
  let query = holds(ctx)
    .where('lifted_at', isStanding ? 'is' : 'is not', null)
    .orderBy('id', 'desc')
    .limit(pageRows + 1);
  if (before !== null) query = query.where('id', '<', before);
  return query.execute();
}

/** Who sets a hold waits for what is just being destroyed; who destroys sees every hold that was set before. */
export async function keepHoldsStill(ctx: Context, how: 'read' | 'set'): Promise<void> {
  const name = `retention.hold:${ctx.cityId}`;
  await (how === 'set'
    ? sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(ctx.tx)
    : sql`select pg_advisory_xact_lock_shared(hashtextextended(${name}, 0))`.execute(ctx.tx));
}

/**
 * 冻结中的: which of these orders a hold stands over, by itself, by its issue or by its requester's number, and on what
 * ground.
 */
export async function groundsOf(
  ctx: Context,
  orderIds: readonly string[],
): Promise<Map<string, HoldGround>> {
  if (orderIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; ground: HoldGround }>`
    select o.id, held.ground
    from orders.order as o
    left join requesters.requester as r on r.city_id = o.city_id and r.order_id = o.id
    cross join lateral (
      select ground from retention.hold
      where city_id = ${ctx.cityId} and lifted_at is null and target = 'order' and order_id = o.id
      union all
      select ground from retention.hold
      where city_id = ${ctx.cityId} and lifted_at is null and target = 'issue' and issue_id = o.issue_id
      union all
      select ground from retention.hold
      where city_id = ${ctx.cityId} and lifted_at is null and target = 'requester'
        and person_index = r.phone_index
      limit 1
    ) as held
    where o.city_id = ${ctx.cityId} and o.id = any (${[...orderIds]}::uuid[])`.execute(ctx.tx);
  return new Map(rows.map(({ id, ground }) => [id, ground]));
}

export async function isIndexHeld(ctx: Context, index: Buffer): Promise<boolean> {
  const row = await tablesOf<'retention'>(ctx.tx)
    .selectFrom('retention.hold')
    .select('id')
    .where('city_id', '=', ctx.cityId)
    .where('person_index', '=', index)
    .where('target', '=', 'requester')
    .where('lifted_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
