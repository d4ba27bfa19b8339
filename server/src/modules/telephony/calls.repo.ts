import type { CallState, TelephoneDriver, UnreachedCause } from '@minsheng/contract/words/calls.ts';
import type { Selectable, Updateable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { refuseUnless } from '../../platform/refusal.ts';

type Row = Selectable<DB['telephony.call']>;

/** 来电 as a row, with the closed words of its columns said. */
export interface Call extends Omit<Row, 'driver' | 'state' | 'direction' | 'cause'> {
  driver: TelephoneDriver;
  state: CallState;
  direction: 'in' | 'out';
  cause: UnreachedCause | null;
}

export type CallChange = Pick<
  Updateable<DB['telephony.call']>,
  'agent' | 'queue' | 'queued_at' | 'answered_at' | 'ended_at' | 'cause'
>;

export type NewCall = Pick<
  Call,
  | 'id'
  | 'driver'
  | 'state'
  | 'direction'
  | 'agent'
  | 'number_enc'
  | 'number_index'
  | 'dialled_line'
  | 'offered_at'
>;

export async function insert(ctx: Context, call: NewCall): Promise<void> {
  await tablesOf<'telephony'>(ctx.tx)
    .insertInto('telephony.call')
    .values({ ...call, city_id: ctx.cityId })
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

export async function findAll(ctx: Context, callIds: readonly string[]): Promise<Call[]> {
  if (callIds.length === 0) return [];
  const rows = await tablesOf<'telephony'>(ctx.tx)
    .selectFrom('telephony.call')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('id', 'in', [...callIds])
    .execute();
  return rows as Call[];
}

/** The guarded move; null when the call was no longer where the step begins. */
export async function move(
  ctx: Context,
  callId: string,
  step: { from: CallState; to: CallState },
  set: CallChange,
): Promise<Pick<Call, 'id' | 'number_index'> | null> {
  const moved = await tablesOf<'telephony'>(ctx.tx)
    .updateTable('telephony.call')
    .set({ ...set, state: step.to })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', callId)
    .where('state', '=', step.from)
    .returning(['id', 'number_index'])
    .executeTakeFirst();
  return moved ?? null;
}

const shownRinging = 50;

/** Longest waiting first; of the quiet queue only for whoever hears it. */
export async function ringing(
  ctx: Context,
  { hearsQuiet }: { hearsQuiet: boolean },
): Promise<Call[]> {
  const rows = await tablesOf<'telephony'>(ctx.tx)
    .selectFrom('telephony.call')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('state', '=', 'ringing')
    .where('queue', 'in', hearsQuiet ? ['general', 'quiet'] : ['general'])
    .orderBy('id')
    .limit(shownRinging)
    .execute();
  return rows as Call[];
}

/** 本人通话: what this agent has on the line, or is ringing. */
export async function onLine(ctx: Context, agentId: string): Promise<Call[]> {
  const rows = await tablesOf<'telephony'>(ctx.tx)
    .selectFrom('telephony.call')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('agent', '=', agentId)
    .where('state', 'in', ['dialling', 'answered'])
    .orderBy('id', 'desc')
    .execute();
  return rows as Call[];
}

/** Calls of the same number that came in since then, this one included. */
export async function countSince(ctx: Context, numberIndex: Buffer, since: Date): Promise<number> {
  const row = await tablesOf<'telephony'>(ctx.tx)
    .selectFrom('telephony.call')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('city_id', '=', ctx.cityId)
    .where('number_index', '=', numberIndex)
    .where('direction', '=', 'in')
    .where('offered_at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
