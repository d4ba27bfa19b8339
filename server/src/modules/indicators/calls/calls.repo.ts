import type { Context } from '../../../platform/context.ts';
import { readerOf } from '../../../platform/db.ts';
import { firstIdAt } from '../../desk/index.ts';
import type { CallRow } from './call-figures.ts';

/**
 * 来电 offered in a time, of the drivers whose calls count. None of them keeps a robot, a rating, an inspection or the
 * time of writing up: those figures stay empty.
 */
export async function callsBetween(
  ctx: Context,
  span: { from: Date; to: Date },
  drivers: readonly string[],
): Promise<CallRow[]> {
  if (drivers.length === 0) return [];
  const rows = await readerOf(ctx.tx)
    .selectFrom('telephony.call')
    .select(['state', 'offered_at', 'queued_at', 'answered_at', 'ended_at', 'returned_at'])
    .select(({ eb }) => eb('number_index', 'is not', null).as('has_number'))
    .select(['returned_how'])
    .where('city_id', '=', ctx.cityId)
    .where('id', '>=', firstIdAt(span.from))
    .where('id', '<', firstIdAt(span.to))
    .where('direction', '=', 'in')
    .where('driver', 'in', [...drivers])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    offeredAt: row.offered_at,
    queuedAt: row.queued_at ?? row.offered_at,
    answeredBy: row.answered_at ? 'person' : null,
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    writtenUpAt: null,
    isAbandoned: row.state === 'abandoned',
    hasNumber: row.has_number === true,
    returnedAt: row.returned_how === 'reached' ? row.returned_at : null,
    rating: null,
    inspected: null,
  }));
}
