import type { campaigns as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../../platform/context.ts';
import { announce, isNew, tell } from '../../../platform/events.ts';
import { demand, refuseUnless } from '../../../platform/refusal.ts';
import { dayOf } from '../../../platform/zone.ts';
import { type Campaign, latestCampaigns } from '../campaigns.repo.ts';
import { partsAt } from '../funnel.repo.ts';
import { funnelOf } from '../funnel.ts';
import { mayLead } from '../policy.ts';
import { daysOf } from '../quarters.ts';
import { pastSeasons, putPastSeason } from './past-seasons.repo.ts';

type Reply = ReplyOf<typeof contract.listSeasons>;
type Row = Reply['rows'][number];

/** Fifteen years of them. */
const shownSeasons = 60;

/** 录入往季专题 of before this system; entering it again puts it right. */
export async function enterPastSeason(
  ctx: Context,
  season: InputOf<typeof contract.enterPastSeason>,
): Promise<{ done: true }> {
  demand(mayLead(ctx.actor));
  const { year, quarter, problems, rectified, toMedia } = season;
  const today = dayOf(ctx.now.getTime(), ctx.city.zone);
  refuseUnless(daysOf({ year, quarter }).to < today, 'campaigns.season-ahead');
  refuseUnless(rectified <= problems && toMedia <= problems, 'campaigns.season-sums');
  const ours = (await latestCampaigns(ctx, shownSeasons)).some(isOf({ year, quarter }));
  refuseUnless(!ours, 'campaigns.season-here');
  await putPastSeason(ctx, season);
  // A chain of its own: the season never was a campaign of ours.
  const id = ctx.newId();
  isNew(ctx, { kind: 'campaign', id });
  tell(ctx, { kind: 'campaign', id }, 'campaigns.season-entered', { year, quarter });
  announce(ctx, 'campaigns');
  return { done: true };
}

const isOf =
  ({ year, quarter }: { year: number; quarter: number }) =>
  (campaign: Campaign): boolean =>
    campaign.kind === 'season' && campaign.year === year && campaign.quarter === quarter;

/** 历季专题: ours with counted figures, those before as they were typed; never added up together. */
export async function listSeasons(ctx: Context): Promise<Reply> {
  const ours = (await latestCampaigns(ctx, shownSeasons)).filter(({ kind }) => kind === 'season');
  const typed = (await pastSeasons(ctx, shownSeasons)).filter((one) => !ours.some(isOf(one)));
  const parts = await partsAt(ctx, { campaignIds: ours.map(({ id }) => id), at: ctx.now });
  const byCampaign = Map.groupBy(parts, ({ campaign_id }) => campaign_id);
  const rows = [
    ...ours.map((one): Row => {
      const { all, rectified, toMedia } = funnelOf(byCampaign.get(one.id) ?? []);
      return {
        ...{ year: one.year, quarter: one.quarter ?? 0, title: one.title, theme: one.theme },
        ...{ appeals: all.appeals, problems: all.problems, rectified: rectified.problems },
        ...{ toMedia: toMedia.problems, campaignId: one.id, source: null },
      };
    }),
    ...typed.map((one): Row => ({ ...one, campaignId: null })),
  ];
  return {
    rows: rows.toSorted((a, b) => b.year - a.year || b.quarter - a.quarter).slice(0, shownSeasons),
    shownCap: shownSeasons,
    can: { enter: mayLead(ctx.actor).allowed },
  };
}
