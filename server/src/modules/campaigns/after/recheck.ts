import type { campaigns as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { RecheckDays } from '@minsheng/contract/words/campaigns.ts';
import type { Context } from '../../../platform/context.ts';
import { announce, tell } from '../../../platform/events.ts';
import { demand, refuseUnless } from '../../../platform/refusal.ts';
import { dayOf, dayStart } from '../../../platform/zone.ts';
import { waitNoMore } from '../../waits/index.ts';
import { type Campaign, changeCampaign, lockCampaign } from '../campaigns.repo.ts';
import { findEntry } from '../entries.repo.ts';
import { step } from '../move-entry.ts';
import { mayRank } from '../policy.ts';
import { dropRechecks, waitNo } from './plan-rechecks.ts';
import { cameBackOf, keepRecheck, type Recheck, rechecksOf } from './rechecks.repo.ts';

/** 复查: a person says whether it holds. What came back is rectified again, in the same campaign. */
export async function recheckCampaign(
  ctx: Context,
  input: InputOf<typeof contract.recheckCampaign>,
): Promise<{ done: true }> {
  const { campaignId, afterDays, outcome, words } = input;
  const campaign = await lockCampaign(ctx, campaignId);
  demand(mayRank(ctx.actor));
  const recheck = await demandDue(ctx, campaign, afterDays);
  const entryIds = [...new Set(input.entryIds)];
  const isBack = outcome === 'came-back';
  refuseUnless(isBack === entryIds.length > 0, 'campaigns.recheck-names');

  // Whenever it is looked at, it counts what was told until its day.
  const until = dayStart(recheck.due_on, ctx.city.zone);
  const cameBack = await cameBackOf(ctx, { campaignId, until });
  await keepRecheck(ctx, recheck, { outcome, words, cameBack });
  await waitNoMore(ctx, {
    kind: 'campaign-recheck',
    id: campaignId,
    no: waitNo(campaign.closings, afterDays),
  });
  tell(ctx, { kind: 'campaign', id: campaignId }, 'campaigns.rechecked', {
    afterDays,
    outcome,
    problems: cameBack.length,
  });
  if (isBack) {
    await dropRechecks(ctx, campaign);
    await reopen(ctx, { campaignId, entryIds, reason: words });
  }
  announce(ctx, 'campaigns');
  return { done: true };
}

async function demandDue(
  ctx: Context,
  { id, state, closings }: Campaign,
  afterDays: RecheckDays,
): Promise<Recheck> {
  const today = dayOf(ctx.now.getTime(), ctx.city.zone);
  const found = (await rechecksOf(ctx, id)).find(
    (one) =>
      one.closing === closings &&
      one.after_days === afterDays &&
      one.outcome === null &&
      one.due_on <= today,
  );
  refuseUnless(found && state === 'closed', 'campaigns.no-recheck');
  return found;
}

interface Reopening {
  readonly campaignId: string;
  readonly entryIds: readonly string[];
  readonly reason: string;
}

async function reopen(ctx: Context, { campaignId, entryIds, reason }: Reopening): Promise<void> {
  await changeCampaign(ctx, campaignId, {
    ...{ state: 'running', closed_at: null, closed_by: null, closed_reason: null },
  });
  for (const entryId of entryIds) {
    const entry = await findEntry(ctx, entryId);
    refuseUnless(entry.campaign_id === campaignId, 'campaigns.other-campaign');
    refuseUnless(entry.state === 'rectified', 'campaigns.recheck-names');
    await step(ctx, entry, {
      to: 'not-rectified',
      reason: reason.slice(0, 300),
      byId: ctx.actor.accountId,
    });
  }
  const subject = { kind: 'campaign', id: campaignId } as const;
  tell(ctx, subject, 'campaigns.reopened', { problems: entryIds.length });
}
