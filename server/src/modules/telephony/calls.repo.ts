import type { Selectable, Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { CallDriver } from '../../ports/telephone/telephone.ts';
import type { CallState } from './call-steps.ts';

type Row = Selectable<DB['telephony.call']>;

/** 来电 as a row, with the closed words of its columns said. */
export interface Call extends Omit<Row, 'driver' | 'state'> {
  driver: CallDriver;
  state: CallState;
}

export type CallChange = Pick<
  Updateable<DB['telephony.call']>,
  'agent' | 'queued_at' | 'answered_at' | 'ended_at'
>;

export async function insert(
  ctx: Context,
  call: Pick<Call, 'id' | 'driver' | 'number_enc' | 'number_index' | 'dialled_line' | 'offered_at'>,
): Promise<void> {
  await tablesOf<'telephony'>(ctx.tx)
    .insertInto('telephony.call')
    .values({ ...call, city_id: ctx.cityId, state: 'ringing' })
    .execute();
}

/** Refuses `telephony.no-such-call`. */
export async function find(ctx: Context, callId: string): Promise<Call> {
  const row = await tablesOf<'telephony'>(ctx.tx)
    .selectFrom('telephony.call')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', callId)
    .executeTakeFirst();
  refuseUnless(row, 'telephony.no-such-call');
  return row as Call;
}

/** The guarded move; answers whether the call was still where the step begins. */
export async function move(
  ctx: Context,
  callId: string,
  step: { from: CallState; to: CallState },
  set: CallChange,
): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf<'telephony'>(ctx.tx)
    .updateTable('telephony.call')
    .set({ ...set, state: step.to })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', callId)
    .where('state', '=', step.from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const shownRinging = 50;

/** Longest waiting first. */
export async function ringing(ctx: Context): Promise<Call[]> {
  const rows = await tablesOf<'telephony'>(ctx.tx)
    .selectFrom('telephony.call')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('state', '=', 'ringing')
    .orderBy('id')
    .limit(shownRinging)
    .execute();
  return rows as Call[];
}

/** Calls of the same number offered since then, this one included. */
export async function countSince(ctx: Context, numberIndex: Buffer, since: Date): Promise<number> {
  const row = await tablesOf<'telephony'>(ctx.tx)
    .selectFrom('telephony.call')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('city_id', '=', ctx.cityId)
    .where('number_index', '=', numberIndex)
    .where('offered_at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
