import type {
  ContestLevel,
  ContestState,
  ExclusionCode,
} from '@minsheng/contract/words/contest.ts';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf, tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { instantOf, type Place, pageRows } from '../../platform/keyset.ts';
import { visibleTo } from '../orders/index.ts';

/** 评价申诉, with the closed words of its columns said. */
export interface Contest
  extends Omit<Selectable<DB['call_back.contest']>, 'code' | 'level' | 'state'> {
  code: ExclusionCode;
  level: ContestLevel;
  state: ContestState;
}

export interface ContestRuling extends Omit<Selectable<DB['call_back.contest_ruling']>, 'level'> {
  level: ContestLevel;
}

type NewContest = Omit<Insertable<DB['call_back.contest']>, 'city_id' | 'no'>;

/** Numbered within its order. The caller holds the order. */
export async function insert(ctx: Context, row: NewContest): Promise<void> {
  await tablesOf<'call_back'>(ctx.tx)
    .insertInto('call_back.contest')
    .values((eb) => ({
      ...row,
      city_id: ctx.cityId,
      no: eb
        .selectFrom('call_back.contest')
        .select(sql<number>`count(*) + 1`.as('no'))
        .where('city_id', '=', ctx.cityId)
        .where('order_id', '=', row.order_id),
    }))
    .execute();
}

/** All of an order, oldest first. */
export async function contestsOf(ctx: Context, orderId: string): Promise<Contest[]> {
  const rows = await tablesOf<'call_back'>(ctx.tx)
    .selectFrom('call_back.contest')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .orderBy('no')
    .execute();
  return rows as Contest[];
}

export async function change(
  ctx: Context,
  one: Pick<Contest, 'order_id' | 'no'>,
  set: Pick<Updateable<DB['call_back.contest']>, 'level' | 'state'>,
): Promise<void> {
  await tablesOf<'call_back'>(ctx.tx)
    .updateTable('call_back.contest')
    .set({ ...set, moved_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', one.order_id)
    .where('no', '=', one.no)
    .execute();
}

export async function insertRuling(
  ctx: Context,
  one: Contest,
  { upheld, wordsNo }: { upheld: boolean; wordsNo: number },
): Promise<void> {
  await tablesOf<'call_back'>(ctx.tx)
    .insertInto('call_back.contest_ruling')
    .values({
      city_id: ctx.cityId,
      order_id: one.order_id,
      contest_no: one.no,
      level: one.level,
      upheld,
      words_no: wordsNo,
      ruled_by: ctx.actor.accountId,
      ruled_at: ctx.now,
    })
    .execute();
}

export async function rulingsOf(ctx: Context, orderId: string): Promise<ContestRuling[]> {
  const rows = await tablesOf<'call_back'>(ctx.tx)
    .selectFrom('call_back.contest_ruling')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .orderBy('ruled_at')
    .execute();
  return rows as ContestRuling[];
}

const contestsSeen = (ctx: Context) => {
  const visible = readerOf(ctx.tx)
    .selectFrom('orders.order as o')
    .select('o.id')
    .where('o.city_id', '=', ctx.cityId)
    .where(visibleTo(ctx.actor));
  return readerOf(ctx.tx)
    .selectFrom('call_back.contest as c')
    .where('c.city_id', '=', ctx.cityId)
    .where('c.order_id', 'in', visible);
};

const isAfter = (place: Place) =>
  sql<boolean>`(c.moved_at, c.order_id) > (${instantOf(place)}::timestamptz, ${place.id}::uuid)`;

/** What waits at a level, the oldest first; of a county's own units for the county. */
export async function waitingAt(
  ctx: Context,
  { level, after }: { level: ContestLevel; after: Place | null },
): Promise<Contest[]> {
  let query = contestsSeen(ctx)
    .selectAll('c')
    .where('c.state', '=', 'asked')
    .where('c.level', '=', level)
    .orderBy('c.moved_at')
    .orderBy('c.order_id')
    .limit(pageRows + 1);
  if (ctx.actor.scope !== 'all')
    query = query.where('c.unit_path', 'like', `${ctx.actor.unitPath ?? ''}/%`);
  if (after) query = query.where(isAfter(after));
  return (await query.execute()) as Contest[];
}

interface Span {
  from: Date;
  until: Date;
}

/** 剔除清单: what was upheld in a span, the oldest first. */
export async function upheldIn(
  ctx: Context,
  { from, until, after, most }: Span & { after: Place | null; most: number },
): Promise<Contest[]> {
  let query = contestsSeen(ctx)
    .selectAll('c')
    .where('c.state', '=', 'upheld')
    .where('c.moved_at', '>=', from)
    .where('c.moved_at', '<', until)
    .orderBy('c.moved_at')
    .orderBy('c.order_id')
    .limit(most);
  if (after) query = query.where(isAfter(after));
  return (await query.execute()) as Contest[];
}

export async function upheldByCode(
  ctx: Context,
  { from, until }: Span,
): Promise<{ code: ExclusionCode; count: number }[]> {
  const rows = await contestsSeen(ctx)
    .select(['c.code', sql<number>`count(*)::integer`.as('count')])
    .where('c.state', '=', 'upheld')
    .where('c.moved_at', '>=', from)
    .where('c.moved_at', '<', until)
    .groupBy('c.code')
    .execute();
  return rows as { code: ExclusionCode; count: number }[];
}
