import type { MemberRole } from '@minsheng/contract/words/campaigns.ts';
import type { Selectable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';

export type Member = Omit<Selectable<DB['campaigns.member']>, 'role'> & {
  readonly role: MemberRole;
};

const members = (ctx: Context) =>
  tablesOf<'campaigns'>(ctx.tx)
    .selectFrom('campaigns.member')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .$castTo<Member>();

/** 专班 with everybody who ever was in it. */
export const membersOf = (ctx: Context, campaignId: string): Promise<Member[]> =>
  members(ctx).where('campaign_id', '=', campaignId).orderBy('from_at').orderBy('id').execute();

export async function findMember(ctx: Context, id: string): Promise<Member | null> {
  return (await members(ctx).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** 席位 of this person now: their own, or one their unit holds for anybody of it. */
export async function seatsOf(ctx: Context): Promise<Member[]> {
  const { accountId, unitCode } = ctx.actor;
  return members(ctx)
    .where('to_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('account_id', '=', accountId),
        eb.and([eb('account_id', 'is', null), eb('unit_code', '=', unitCode ?? '')]),
      ]),
    )
    .orderBy('id')
    .execute();
}

export async function insertMember(
  ctx: Context,
  row: Pick<
    Member,
    'id' | 'campaign_id' | 'unit_code' | 'unit_path' | 'account_id' | 'role' | 'seat'
  >,
): Promise<boolean> {
  const made = await tablesOf<'campaigns'>(ctx.tx)
    .insertInto('campaigns.member')
    .values({ ...row, city_id: ctx.cityId, from_at: ctx.now, added_by: ctx.actor.accountId })
    .onConflict((one) => one.doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

export async function endMembership(
  ctx: Context,
  { campaign_id, id }: Member,
  reason: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf<'campaigns'>(ctx.tx)
    .updateTable('campaigns.member')
    .set({ to_at: ctx.now, out_by: ctx.actor.accountId, out_reason: reason })
    .where('city_id', '=', ctx.cityId)
    .where('campaign_id', '=', campaign_id)
    .where('id', '=', id)
    .where('to_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
