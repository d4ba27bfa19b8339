import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import * as organisation from '../organisation/index.ts';
import {
  type Campaign,
  changeGathering,
  findCampaign,
  lockCampaign,
  lockGathering,
} from './campaigns.repo.ts';
import { enterStage, entriesAt } from './entries.repo.ts';
import type { Proposed } from './group-candidates.ts';
import { addEntry } from './held-entry.ts';
import { endLinks, linkedAmong, putLinks } from './links.repo.ts';
import { campaignText } from './text.ts';

const mostProposed = 200;

/** 保存建议: what nobody has decided since the last time is proposed anew or no more. */
export async function keepGathering(
  ctx: Context,
  {
    gatheringId,
    read,
    proposed,
  }: { gatheringId: string; read: number; proposed: readonly Proposed[] },
): Promise<void> {
  const gathering = await lockGathering(ctx, gatheringId);
  if (gathering === null || gathering.state === 'done') return;
  const { campaign_id: campaignId } = gathering;
  const campaign = await lockCampaign(ctx, campaignId);
  if (campaign.state === 'running') {
    await forgetUndecided(ctx, campaign);
    for (const one of proposed.slice(0, mostProposed)) await propose(ctx, campaignId, one);
  }
  const orders = proposed.slice(0, mostProposed).flatMap((one) => one.orders).length;
  await changeGathering(ctx, gatheringId, {
    state: 'done',
    read,
    proposed: orders,
    ended_at: ctx.now,
  });
  tell(ctx, { kind: 'campaign', id: campaignId }, 'campaigns.gathered', { read, orders });
  announce(ctx, 'campaigns');
}

async function forgetUndecided(ctx: Context, { id: campaignId }: Campaign): Promise<void> {
  const undecided = await entriesAt(ctx, {
    at: ctx.now,
    campaignId,
    state: 'proposed',
    most: mostProposed * 2,
  });
  const reason = campaignText.gatheredAnew;
  for (const { id: entryId, via_media: viaMedia } of undecided) {
    await endLinks(ctx, { entryId, orderIds: null, cause: 'gathered', reason });
    await enterStage(ctx, { campaignId, entryId, to: null, viaMedia, reason, byId: null });
  }
}

async function propose(ctx: Context, campaignId: string, one: Proposed): Promise<void> {
  const campaign = await findCampaign(ctx, campaignId);
  const taken = await linkedAmong(
    ctx,
    campaignId,
    one.orders.map(({ orderId }) => orderId),
  );
  const orders = one.orders.filter(({ orderId }) => !taken.has(orderId));
  if (orders.length === 0) return;
  const entryId = await addEntry(ctx, campaign, {
    name: one.name ?? (await nameByPlace(ctx, campaign, one)),
    area_code: one.areaCode,
    words: [...one.words],
    note: '',
    problem_id: one.problemId,
  });
  const reason = campaignText.gathered;
  await enterStage(ctx, {
    campaignId,
    entryId,
    to: 'proposed',
    viaMedia: false,
    reason,
    byId: null,
  });
  await putLinks(ctx, { campaignId, entryId, orders, cause: 'gathered', reason });
}

async function nameByPlace(ctx: Context, campaign: Campaign, one: Proposed): Promise<string> {
  const code = one.areaCode ?? '';
  const names = await organisation.areaNames(ctx, [code]);
  return campaignText.restOf(names.get(code) ?? ctx.city.name, campaign.terms[0] ?? '');
}
