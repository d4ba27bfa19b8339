import type { PublicTextState } from '@minsheng/contract/words/campaigns.ts';
import { type Selectable, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';

export type PublicText = Omit<Selectable<DB['campaigns.public_text']>, 'state'> & {
  readonly state: PublicTextState;
};

const texts = (ctx: Context) =>
  tablesOf<'campaigns'>(ctx.tx)
    .selectFrom('campaigns.public_text')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .$castTo<PublicText>();

export const textsOfCampaign = (
  ctx: Context,
  campaignId: string,
  most: number,
): Promise<PublicText[]> =>
  texts(ctx).where('campaign_id', '=', campaignId).orderBy('id', 'desc').limit(most).execute();

/** Of two who sign at once, the second is told. */
export async function lockText(ctx: Context, id: string): Promise<PublicText | null> {
  return (await texts(ctx).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

export async function insertText(
  ctx: Context,
  row: Pick<PublicText, 'id' | 'campaign_id' | 'entry_id' | 'title' | 'words'>,
): Promise<void> {
  await tablesOf<'campaigns'>(ctx.tx)
    .insertInto('campaigns.public_text')
    .values({
      ...row,
      city_id: ctx.cityId,
      state: 'written',
      written_by: ctx.actor.accountId,
      written_at: ctx.now,
    })
    .execute();
}

export async function changeText(
  ctx: Context,
  id: string,
  to: Partial<Pick<PublicText, 'state' | 'signed_by' | 'signed_at'>>,
): Promise<void> {
  await tablesOf<'campaigns'>(ctx.tx)
    .updateTable('campaigns.public_text')
    .set(to)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

export interface ShownText {
  readonly campaignId: string;
  readonly entryId: string | null;
  readonly title: string;
  readonly words: string;
  readonly state: string | null;
  readonly since: Date | null;
}

/** 公开的文字: the last signed one of each campaign and problem, with how far the problem is now. */
export async function shownTexts(ctx: Context, most: number): Promise<ShownText[]> {
  const { rows } = await sql<ShownText>`
    select t.campaign_id as "campaignId", t.entry_id as "entryId", t.title, t.words, s.state, s.from_at as since
    from (
      select distinct on (campaign_id, entry_id) campaign_id, entry_id, title, words
      from (
        select * from campaigns.public_text
        where city_id = ${ctx.cityId} and state = 'signed'
        order by id desc
        limit ${most}
      ) as latest
      order by campaign_id, entry_id, id desc
    ) as t
    left join campaigns.stage as s
      on s.city_id = ${ctx.cityId} and s.campaign_id = t.campaign_id and s.entry_id = t.entry_id and s.to_at is null`.execute(
    ctx.tx,
  );
  return rows;
}
