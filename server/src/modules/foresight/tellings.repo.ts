import type {
  TellingAudience,
  TellingChannel,
  TellingState,
} from '@minsheng/contract/words/foresight.ts';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { refuseUnless } from '../../platform/refusal.ts';

type Row = Selectable<DB['foresight.notice']>;

/** 告知 as a row, with the closed words of its columns said. */
export interface Telling extends Omit<Row, 'audience' | 'channel' | 'state'> {
  readonly audience: TellingAudience;
  readonly channel: TellingChannel;
  readonly state: TellingState;
}

const tellings = (ctx: Context) =>
  tablesOf<'foresight'>(ctx.tx)
    .selectFrom('foresight.notice')
    .selectAll()
    .where('city_id', '=', ctx.cityId);

export async function insertTelling(
  ctx: Context,
  row: Omit<Insertable<DB['foresight.notice']>, 'city_id'>,
): Promise<void> {
  await tablesOf<'foresight'>(ctx.tx)
    .insertInto('foresight.notice')
    .values({ ...row, city_id: ctx.cityId })
    .execute();
}

/** Held: it is decided once, and what it reached is numbered. Refuses `foresight.no-such-notice`. */
export async function holdTelling(ctx: Context, id: string): Promise<Telling> {
  const row = await tellings(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  refuseUnless(row, 'foresight.no-such-notice');
  return row as Telling;
}

interface Wanted {
  readonly forecastId: string | null;
  readonly before: string | null;
  readonly most: number;
}

/** The latest first. */
export async function latestTellings(
  ctx: Context,
  { forecastId, before, most }: Wanted,
): Promise<Telling[]> {
  let query = tellings(ctx).orderBy('id', 'desc').limit(most);
  if (forecastId !== null) query = query.where('forecast_id', '=', forecastId);
  if (before !== null) query = query.where('id', '<', before);
  return (await query.execute()) as Telling[];
}

export async function changeTelling(
  ctx: Context,
  id: string,
  set: Omit<Updateable<DB['foresight.notice']>, 'city_id' | 'id'>,
): Promise<void> {
  await tablesOf<'foresight'>(ctx.tx)
    .updateTable('foresight.notice')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

export type Delivery = Selectable<DB['foresight.delivery']>;

export async function deliveriesOf(ctx: Context, ids: readonly string[]): Promise<Delivery[]> {
  if (ids.length === 0) return [];
  return tablesOf<'foresight'>(ctx.tx)
    .selectFrom('foresight.delivery')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('notice_id', 'in', [...ids])
    .orderBy('notice_id')
    .orderBy('no')
    .execute();
}

/** The notice is held. */
export async function addDelivery(
  ctx: Context,
  noticeId: string,
  { no, reached, note }: { no: number; reached: number; note: string },
): Promise<void> {
  await tablesOf<'foresight'>(ctx.tx)
    .insertInto('foresight.delivery')
    .values({
      ...{ city_id: ctx.cityId, notice_id: noticeId, no, reached, note },
      ...{ at: ctx.now, by_account: ctx.actor.accountId },
    })
    .execute();
}

/** 送达合计 of all notices of a forecast. */
export async function reachedOfForecast(ctx: Context, forecastId: string): Promise<number> {
  const { rows } = await sql<{ reached: number }>`
    select coalesce(sum(d.reached), 0)::int as reached
    from foresight.notice as n
    join foresight.delivery as d on d.city_id = n.city_id and d.notice_id = n.id
    where n.city_id = ${ctx.cityId} and n.forecast_id = ${forecastId}::uuid`.execute(ctx.tx);
  return rows[0]?.reached ?? 0;
}
