import type { PutThroughState, UnreachedCause } from '@minsheng/contract/words/calls.ts';
import type { Selectable, Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { type DB, tablesOf } from '../../platform/db.ts';

type Row = Selectable<DB['telephony.put_through']>;

export interface Leg extends Omit<Row, 'state' | 'cause'> {
  state: PutThroughState;
  cause: UnreachedCause | null;
}

export async function insertLeg(
  ctx: Context,
  leg: { callId: string; legId: string; orderId: string; number: string; at: Date },
): Promise<void> {
  await tablesOf<'telephony'>(ctx.tx)
    .insertInto('telephony.put_through')
    .values({
      city_id: ctx.cityId,
      call_id: leg.callId,
      id: leg.legId,
      order_id: leg.orderId,
      number: leg.number,
      state: 'ringing',
      asked_at: leg.at,
    })
    .execute();
}

/** The latest of a call. */
export async function legOf(ctx: Context, callId: string): Promise<Leg | null> {
  const row = await tablesOf<'telephony'>(ctx.tx)
    .selectFrom('telephony.put_through')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('call_id', '=', callId)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return (row as Leg | undefined) ?? null;
}

/** The guarded move; false when it was no longer where the step begins. */
export async function moveLeg(
  ctx: Context,
  { callId, legId }: { callId: string; legId: string },
  step: { from: readonly PutThroughState[]; to: PutThroughState },
  set: Pick<Updateable<DB['telephony.put_through']>, 'joined_at' | 'ended_at' | 'cause'>,
): Promise<boolean> {
  const moved = await tablesOf<'telephony'>(ctx.tx)
    .updateTable('telephony.put_through')
    .set({ ...set, state: step.to })
    .where('city_id', '=', ctx.cityId)
    .where('call_id', '=', callId)
    .where('id', '=', legId)
    .where('state', 'in', [...step.from])
    .executeTakeFirst();
  return moved.numUpdatedRows > 0n;
}
