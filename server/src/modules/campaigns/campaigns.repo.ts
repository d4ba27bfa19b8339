import type {
  CampaignKind,
  CampaignState,
  GatheringState,
} from '@minsheng/contract/words/campaigns.ts';
import type { Insertable, Selectable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { refuseUnless } from '../../platform/refusal.ts';

interface Words {
  readonly kind: CampaignKind;
  readonly state: CampaignState;
}
export type Campaign = Omit<Selectable<DB['campaigns.campaign']>, keyof Words> & Words;
export type Gathering = Omit<Selectable<DB['campaigns.gathering']>, 'state'> & {
  readonly state: GatheringState;
};

export async function insertCampaign(
  ctx: Context,
  row: Omit<Insertable<DB['campaigns.campaign']>, 'city_id'>,
): Promise<void> {
  await tablesOf<'campaigns'>(ctx.tx)
    .insertInto('campaigns.campaign')
    .values({ ...row, city_id: ctx.cityId })
    .execute();
}

const campaigns = (ctx: Context) =>
  tablesOf<'campaigns'>(ctx.tx)
    .selectFrom('campaigns.campaign')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    // The generated types know `text`; the checks of the table know the words.
    .$castTo<Campaign>();

export const latestCampaigns = (ctx: Context, most: number): Promise<Campaign[]> =>
  campaigns(ctx)
    .orderBy('year', 'desc')
    .orderBy('quarter', (by) => by.desc().nullsFirst())
    .orderBy('id', 'desc')
    .limit(most)
    .execute();

export async function findCampaign(ctx: Context, id: string): Promise<Campaign> {
  const row = await campaigns(ctx).where('id', '=', id).executeTakeFirst();
  refuseUnless(row, 'campaigns.no-such-campaign');
  return row;
}

/** Held against a second person who changes its list at once: an appeal stands in one of its problems. */
export async function lockCampaign(ctx: Context, id: string): Promise<Campaign> {
  const row = await campaigns(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  refuseUnless(row, 'campaigns.no-such-campaign');
  return row;
}

export async function changeCampaign(
  ctx: Context,
  id: string,
  to: Partial<
    Pick<
      Campaign,
      'state' | 'terms' | 'entries' | 'closings' | 'closed_at' | 'closed_by' | 'closed_reason'
    >
  >,
): Promise<void> {
  await tablesOf<'campaigns'>(ctx.tx)
    .updateTable('campaigns.campaign')
    .set(to)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

export async function insertGathering(
  ctx: Context,
  row: { id: string; campaign_id: string; run_id: string | null },
): Promise<void> {
  await tablesOf<'campaigns'>(ctx.tx)
    .insertInto('campaigns.gathering')
    .values({
      ...row,
      city_id: ctx.cityId,
      state: 'waiting',
      asked_by: ctx.actor.accountId,
      asked_at: ctx.now,
    })
    .execute();
}

const gatherings = (ctx: Context) =>
  tablesOf<'campaigns'>(ctx.tx)
    .selectFrom('campaigns.gathering')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .$castTo<Gathering>();

export async function latestGathering(ctx: Context, campaignId: string): Promise<Gathering | null> {
  const row = await gatherings(ctx)
    .where('campaign_id', '=', campaignId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** A job may come twice: the second waits and sees what the first did. */
export async function lockGathering(ctx: Context, id: string): Promise<Gathering | null> {
  return (await gatherings(ctx).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

export async function changeGathering(
  ctx: Context,
  id: string,
  to: Partial<Pick<Gathering, 'state' | 'read' | 'proposed' | 'ended_at'>>,
): Promise<void> {
  await tablesOf<'campaigns'>(ctx.tx)
    .updateTable('campaigns.gathering')
    .set(to)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}
