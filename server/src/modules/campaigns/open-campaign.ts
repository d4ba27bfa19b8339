import type { campaigns as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { dayAfter, dayOf } from '../../platform/zone.ts';
import { planRechecks } from './after/plan-rechecks.ts';
import { changeCampaign, findCampaign, insertCampaign, lockCampaign } from './campaigns.repo.ts';
import { mayClose, mayLead, mayWork } from './policy.ts';
import { candidatesOf, findSnapshot } from './snapshots.repo.ts';

type Opening = InputOf<typeof contract.openCampaign>;

const mostDays = 400;

/** 开题: the director picks a topic and says why; the ranking it was picked from stays with it. */
export async function openCampaign(ctx: Context, input: Opening): Promise<{ campaignId: string }> {
  demand(mayLead(ctx.actor));
  const { kind, from, to, quarter = null } = input;
  refuseUnless((kind === 'season') === (quarter !== null), 'campaigns.quarter-needed');
  const today = dayOf(ctx.now.getTime(), ctx.city.zone);
  const isPeriod = from <= to && from <= today && to < dayAfter(from, mostDays);
  refuseUnless(isPeriod, 'campaigns.bad-period', { days: mostDays });
  await demandKnown(ctx, input);

  const id = ctx.newId();
  await insertCampaign(ctx, {
    id,
    kind,
    state: 'running',
    title: input.title,
    theme: input.theme,
    year: input.year,
    quarter,
    from_on: from,
    to_on: to,
    why: input.why,
    terms: [...new Set(input.terms)],
    snapshot_id: input.snapshotId ?? null,
    candidate_no: input.candidateNo ?? null,
    template_id: input.templateId ?? null,
    opened_by: ctx.actor.accountId,
    opened_at: ctx.now,
  });
  isNew(ctx, { kind: 'campaign', id });
  tell(ctx, { kind: 'campaign', id }, 'campaigns.opened', {
    kind,
    year: input.year,
    quarter,
    ...(input.snapshotId && { snapshot: input.snapshotId, candidate: input.candidateNo ?? null }),
    ...(input.templateId && { template: input.templateId }),
  });
  announce(ctx, 'campaigns');
  return { campaignId: id };
}

async function demandKnown(
  ctx: Context,
  { snapshotId, candidateNo, templateId }: Opening,
): Promise<void> {
  if (templateId) await findCampaign(ctx, templateId);
  if (!snapshotId) return;
  const snapshot = await findSnapshot(ctx, snapshotId);
  refuseUnless(snapshot, 'campaigns.no-such-snapshot');
  if (candidateNo === undefined) return;
  const known = await candidatesOf(ctx, snapshotId);
  refuseUnless(
    known.some(({ no }) => no === candidateNo),
    'campaigns.no-such-snapshot',
  );
}

/** 改主题词. */
export async function changeTerms(
  ctx: Context,
  { campaignId, terms }: InputOf<typeof contract.changeTerms>,
): Promise<{ done: true }> {
  const campaign = await lockCampaign(ctx, campaignId);
  demand(mayWork(ctx.actor, campaign));
  await changeCampaign(ctx, campaignId, { terms: [...new Set(terms)] });
  announce(ctx, 'campaigns');
  return { done: true };
}

/** 结束专题. */
export async function closeCampaign(
  ctx: Context,
  { campaignId, reason }: InputOf<typeof contract.closeCampaign>,
): Promise<{ done: true }> {
  const campaign = await lockCampaign(ctx, campaignId);
  demand(mayClose(ctx.actor, campaign));
  const closing = campaign.closings + 1;
  await changeCampaign(ctx, campaignId, {
    state: 'closed',
    closings: closing,
    closed_by: ctx.actor.accountId,
    closed_at: ctx.now,
    closed_reason: reason,
  });
  await planRechecks(ctx, { campaignId, closing });
  tell(ctx, { kind: 'campaign', id: campaignId }, 'campaigns.closed', {});
  announce(ctx, 'campaigns');
  return { done: true };
}
