import type { publicCampaigns as contract } from '@minsheng/contract/public/campaigns.ts';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { countedStates } from '@minsheng/contract/words/campaigns.ts';
import type { Context } from '../../platform/context.ts';
import { dayOf } from '../../platform/zone.ts';
import { latestCampaigns } from './campaigns.repo.ts';
import { partsAt } from './funnel.repo.ts';
import { funnelOf } from './funnel.ts';
import { shownTexts } from './public-texts.repo.ts';

type Reply = ReplyOf<typeof contract>;

const shownCampaigns = 30;
const mostTexts = 1000;

/** 专题进展公开: campaigns and problems of which a person signed words; numbers beside them, nobody's order or name. */
export async function publicCampaigns(ctx: Context): Promise<Reply> {
  const texts = await shownTexts(ctx, mostTexts);
  const byCampaign = Map.groupBy(texts, ({ campaignId }) => campaignId);
  const rows = (await latestCampaigns(ctx, shownCampaigns)).filter(({ id }) =>
    byCampaign.get(id)?.some(({ entryId }) => entryId === null),
  );
  const parts = await partsAt(ctx, { campaignIds: rows.map(({ id }) => id), at: ctx.now });
  return {
    rows: rows.map(({ id, year, quarter, state }) => {
      const own = byCampaign.get(id) ?? [];
      const { title = '', words = '' } = own.find(({ entryId }) => entryId === null) ?? {};
      const { all, rectified, open } = funnelOf(
        parts.filter(({ campaign_id }) => campaign_id === id),
      );
      return {
        title,
        words,
        year,
        quarter,
        isOver: state === 'closed',
        problems: all.problems,
        rectified: rectified.problems,
        open: open.problems,
        progress: own.flatMap((text) => {
          // What was put aside, or stands in another problem by now, is none of the numbers beside it.
          const isCounted = countedStates.some((state) => state === text.state);
          if (text.entryId === null || text.since === null || !isCounted) return [];
          const since = dayOf(text.since.getTime(), ctx.city.zone);
          const isRectified = text.state === 'rectified';
          return [{ title: text.title, words: text.words, isRectified, since }];
        }),
      };
    }),
    shownCap: shownCampaigns,
  };
}
