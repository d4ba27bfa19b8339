import { type RecheckDays, recheckDays } from '@minsheng/contract/words/campaigns.ts';
import type { Context } from '../../../platform/context.ts';
import { dayAfter, dayOf, instantAt } from '../../../platform/zone.ts';
import { centre, waitNoMore, waitRules, waitUntil } from '../../waits/index.ts';
import { type Campaign, lockCampaign } from '../campaigns.repo.ts';
import { planRecheck, rechecksOf } from './rechecks.repo.ts';

/** Days somebody has for it once it is due. */
const daysToLook = 10;

/** 约定复查 when a campaign ends: 90 and 180 days on, each a wait of its own. */
export async function planRechecks(
  ctx: Context,
  { campaignId, closing }: { campaignId: string; closing: number },
): Promise<void> {
  const closedOn = dayOf(ctx.now.getTime(), ctx.city.zone);
  for (const afterDays of recheckDays) {
    const dueOn = dayAfter(closedOn, afterDays);
    await planRecheck(ctx, { campaignId, closing, closedOn, afterDays, dueOn });
    await waitUntil(ctx, {
      kind: 'campaign-recheck',
      id: campaignId,
      no: waitNo(closing, afterDays),
      fromAt: ctx.now,
      limit: null,
      dueAt: instantAt(dayAfter(dueOn, daysToLook), '00:00', ctx.city.zone),
    });
  }
}

/** It runs again: what was planned at this end is looked at no more. */
export async function dropRechecks(
  ctx: Context,
  { id, closings }: Pick<Campaign, 'id' | 'closings'>,
): Promise<void> {
  for (const afterDays of recheckDays)
    await waitNoMore(ctx, { kind: 'campaign-recheck', id, no: waitNo(closings, afterDays) });
}

/** Under one campaign every end has its two. */
export const waitNo = (closing: number, afterDays: RecheckDays): number =>
  closing * recheckDays.length + recheckDays.indexOf(afterDays);

/** 复查逾期: the analysts are told, then the director. */
waitRules({
  kind: 'campaign-recheck',
  subject: 'campaign',
  topic: 'campaigns',
  standing: async (ctx, { id, no }) => {
    const { state, closings } = await lockCampaign(ctx, id);
    const all = await rechecksOf(ctx, id);
    // Of an end before the last one nobody can say anything any more.
    const asked = all.find(
      ({ closing, after_days }) => closing === closings && waitNo(closing, after_days) === no,
    );
    return state === 'closed' && asked?.outcome === null ? 'waiting' : 'over';
  },
  pauses: null,
  moved: null,
  atEnd: { tells: async () => [centre('analyst'), centre('director')] },
});
