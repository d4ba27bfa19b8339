import type { CallState, UnreachedCause } from '@minsheng/contract/words/calls.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

/** One number that rang and was not answered, with all its tries; rung back once for all of them. */
export interface Missed {
  /** The latest of its calls. */
  id: string;
  tries: number;
  firstEndedAt: Date;
  attempts: number;
  lastState: CallState | null;
  lastCause: UnreachedCause | null;
  lastAt: Date | null;
}

/** Newest first. */
export async function missedNumbers(ctx: Context, limit: number): Promise<Missed[]> {
  const { rows } = await sql<Missed>`
    with open as (
      select number_index, (array_agg(id order by id desc))[1] as id, min(ended_at) as first_ended_at,
        (array_agg(id order by id))[1] as first_id, count(*)::integer as tries
      from telephony.call
      where city_id = ${ctx.cityId} and state in ('abandoned', 'missed')
        and returned_at is null and number_index is not null
      group by number_index
      order by 2 desc
      limit ${limit}
    )
    select open.id, open.tries, open.first_ended_at as "firstEndedAt", made.attempts,
      made.last_state as "lastState", made.last_cause as "lastCause", made.last_at as "lastAt"
    from open
    left join lateral (
      select count(*)::integer as attempts, (array_agg(o.state order by o.id desc))[1] as last_state,
        (array_agg(o.cause order by o.id desc))[1] as last_cause, max(o.offered_at) as last_at
      from telephony.call as o
      where o.city_id = ${ctx.cityId} and o.number_index = open.number_index
        and o.direction = 'out' and o.id > open.first_id
    ) as made on true
    order by open.id desc`.execute(ctx.tx);
  return rows;
}

/** Holds a number's open missed calls, so that two agents do not ring it at once. Empty when somebody returned them. */
export async function lockMissed(ctx: Context, numberIndex: Buffer): Promise<string[]> {
  const rows = await tablesOf<'telephony'>(ctx.tx)
    .selectFrom('telephony.call')
    .select('id')
    .where('city_id', '=', ctx.cityId)
    .where('number_index', '=', numberIndex)
    .where('state', 'in', ['abandoned', 'missed'])
    .where('returned_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

/** Our own calls to a number since its first missed call. */
export async function ringsSince(
  ctx: Context,
  numberIndex: Buffer,
  firstMissed: string,
): Promise<{ state: string }[]> {
  return tablesOf<'telephony'>(ctx.tx)
    .selectFrom('telephony.call')
    .select('state')
    .where('city_id', '=', ctx.cityId)
    .where('number_index', '=', numberIndex)
    .where('direction', '=', 'out')
    .where('id', '>', firstMissed)
    .execute();
}

export async function markReturned(
  ctx: Context,
  ids: readonly string[],
  how: string,
): Promise<void> {
  await tablesOf<'telephony'>(ctx.tx)
    .updateTable('telephony.call')
    .set({ returned_at: ctx.now, returned_how: how })
    .where('city_id', '=', ctx.cityId)
    .where('id', 'in', [...ids])
    .execute();
}
