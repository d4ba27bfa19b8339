import type { Selectable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';

export type VisitPhoto = Selectable<DB['visits.photo']>;

/** In the order they were taken. */
export async function photosOf(ctx: Context, visitId: string): Promise<VisitPhoto[]> {
  return tablesOf<'visits'>(ctx.tx)
    .selectFrom('visits.photo')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('visit_id', '=', visitId)
    .orderBy('taken_at')
    .orderBy('client_id')
    .execute();
}

export async function insertPhoto(
  ctx: Context,
  photo: Omit<VisitPhoto, 'city_id' | 'sent_at'>,
): Promise<void> {
  await tablesOf<'visits'>(ctx.tx)
    .insertInto('visits.photo')
    .values({ ...photo, city_id: ctx.cityId, sent_at: ctx.now })
    .execute();
}
