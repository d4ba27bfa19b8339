import { type Insertable, type Selectable, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { instantOf } from '../../platform/ids.ts';

export type Handout = Selectable<DB['handouts.handout']>;

/** 工单或通话; of an order, the call it came from belongs to it. */
export interface About {
  readonly orderId: string | null;
  readonly callId: string | null;
}

export async function insertHandout(
  ctx: Context,
  row: Omit<Insertable<DB['handouts.handout']>, 'city_id'>,
): Promise<void> {
  await tablesOf<'handouts'>(ctx.tx)
    .insertInto('handouts.handout')
    .values({ ...row, city_id: ctx.cityId })
    .execute();
}

/** Held, so that no opening is lost beside another. */
export async function lockHandout(ctx: Context, id: string): Promise<Handout | null> {
  const row = await tablesOf<'handouts'>(ctx.tx)
    .selectFrom('handouts.handout')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Within one instant ids of two processes stand in any order, and their clocks differ. */
const clocksDifferMs = 3_600_000;

/** The latest first; no month before the order and its call is looked into, for ids tell the time. */
export async function handoutsOf(
  ctx: Context,
  { orderId, callId }: About,
  most: number,
): Promise<Handout[]> {
  const [begun] = [orderId, callId].filter((id) => id !== null).toSorted();
  if (begun === undefined) return [];
  const since = new Date(instantOf(begun).getTime() - clocksDifferMs);
  return tablesOf<'handouts'>(ctx.tx)
    .selectFrom('handouts.handout')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where(sql<boolean>`id >= platform.first_id(${since})`)
    .where((eb) =>
      eb.or([
        ...(orderId === null ? [] : [eb('order_id', '=', orderId)]),
        ...(callId === null ? [] : [eb('call_id', '=', callId)]),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}

export async function countOpening(ctx: Context, id: string): Promise<void> {
  await sql`
    update handouts.handout
    set opened_at = coalesce(opened_at, ${ctx.now}), last_opened_at = ${ctx.now}, opens = opens + 1
    where city_id = ${ctx.cityId} and id = ${id}`.execute(ctx.tx);
}
