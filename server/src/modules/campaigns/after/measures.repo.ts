import type { LastingMeasureKind } from '@minsheng/contract/words/campaigns.ts';
import type { Insertable, Selectable } from 'kysely';
import type { Context } from '../../../platform/context.ts';
import { tablesOf } from '../../../platform/db.ts';
import type { DB } from '../../../platform/db.types.gen.ts';

export type Measure = Omit<Selectable<DB['campaigns.measure']>, 'kind'> & {
  readonly kind: LastingMeasureKind;
};

export async function insertMeasure(
  ctx: Context,
  row: Omit<Insertable<DB['campaigns.measure']>, 'city_id' | 'written_by' | 'written_at'>,
): Promise<void> {
  await tablesOf<'campaigns'>(ctx.tx)
    .insertInto('campaigns.measure')
    .values({
      ...row,
      city_id: ctx.cityId,
      written_by: ctx.actor.accountId,
      written_at: ctx.now,
    })
    .execute();
}

export const measuresOf = (ctx: Context, campaignId: string, most: number): Promise<Measure[]> =>
  tablesOf<'campaigns'>(ctx.tx)
    .selectFrom('campaigns.measure')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('campaign_id', '=', campaignId)
    .orderBy('id')
    .limit(most)
    .$castTo<Measure>()
    .execute();

/** Answers whose it was; null where there is none in force. */
export async function endOfMeasure(
  ctx: Context,
  { measureId, reason }: { measureId: string; reason: string },
): Promise<string | null> {
  const row = await tablesOf<'campaigns'>(ctx.tx)
    .updateTable('campaigns.measure')
    .set({ ended_at: ctx.now, ended_by: ctx.actor.accountId, ended_reason: reason })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', measureId)
    .where('ended_at', 'is', null)
    .returning('campaign_id')
    .executeTakeFirst();
  return row?.campaign_id ?? null;
}
