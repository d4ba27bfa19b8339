import type { EntryState } from '@minsheng/contract/words/campaigns.ts';
import { countedStates } from '@minsheng/contract/words/campaigns.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

export interface FunnelPart {
  readonly campaign_id: string;
  readonly state: EntryState;
  readonly via_media: boolean;
  readonly problems: number;
  readonly appeals: number;
}

/** 漏斗的各部分 at an instant: problems and appeals by the state they stood in. */
export async function partsAt(
  ctx: Context,
  { campaignIds, at }: { campaignIds: readonly string[]; at: Date },
): Promise<FunnelPart[]> {
  const { rows } = await sql<FunnelPart>`
    select s.campaign_id, s.state, s.via_media, count(*)::integer as problems,
      coalesce(sum(l.appeals), 0)::integer as appeals
    from campaigns.stage as s
    cross join lateral (
      select count(*) as appeals
      from campaigns.link as k
      where k.city_id = s.city_id and k.entry_id = s.entry_id
        and k.from_at <= ${at} and (k.to_at is null or k.to_at > ${at})
    ) as l
    where s.city_id = ${ctx.cityId} and s.campaign_id = any (${[...campaignIds]}::uuid[])
      and s.from_at <= ${at} and (s.to_at is null or s.to_at > ${at})
      and s.state = any (${[...countedStates]}::text[])
    group by s.campaign_id, s.state, s.via_media`.execute(ctx.tx);
  return rows;
}

/** 另数一遍: the same appeals and problems, each once, without asking which problem an appeal stands in. */
export async function countedOnce(
  ctx: Context,
  { campaignId, at }: { campaignId: string; at: Date },
): Promise<{ problems: number; appeals: number }> {
  const { rows } = await sql<{ problems: number; appeals: number }>`
    select count(distinct s.entry_id)::integer as problems, count(distinct k.order_id)::integer as appeals
    from campaigns.stage as s
    left join campaigns.link as k
      on k.city_id = s.city_id and k.campaign_id = s.campaign_id and k.entry_id = s.entry_id
      and k.from_at <= ${at} and (k.to_at is null or k.to_at > ${at})
    where s.city_id = ${ctx.cityId} and s.campaign_id = ${campaignId}
      and s.from_at <= ${at} and (s.to_at is null or s.to_at > ${at})
      and s.state = any (${[...countedStates]}::text[])`.execute(ctx.tx);
  return rows[0] ?? { problems: 0, appeals: 0 };
}
