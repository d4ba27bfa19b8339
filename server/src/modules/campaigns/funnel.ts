import type { campaigns as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { EntryState } from '@minsheng/contract/words/campaigns.ts';
import type { Context } from '../../platform/context.ts';
import { countedOnce, type FunnelPart, partsAt } from './funnel.repo.ts';

export type Funnel = ReplyOf<typeof contract.readCampaign>['funnel'];
type Both = Funnel['all'];

/** 漏斗: 诉求 → 问题 → 已核查 → 已整改 → 转媒体 → 未了, as of an instant, and whether it adds up. */
export async function funnelAt(
  ctx: Context,
  { campaignId, at }: { campaignId: string; at: Date },
): Promise<Funnel> {
  const parts = await partsAt(ctx, { campaignIds: [campaignId], at });
  const once = await countedOnce(ctx, { campaignId, at });
  const funnel = funnelOf(parts);
  const addsUp =
    once.problems === funnel.all.problems &&
    once.appeals === funnel.all.appeals &&
    funnel.open.problems + funnel.rectified.problems === funnel.all.problems &&
    funnel.open.appeals + funnel.rectified.appeals === funnel.all.appeals;
  return { at: at.toISOString(), ...funnel, addsUp };
}

const openStates: readonly EntryState[] = ['listed', 'inspected', 'not-rectified', 'to-media'];

export function funnelOf(parts: readonly FunnelPart[]): Omit<Funnel, 'at' | 'addsUp'> {
  return {
    all: sum(parts),
    inspected: sum(parts.filter(({ state }) => state !== 'listed')),
    rectified: sum(parts.filter(({ state }) => state === 'rectified')),
    toMedia: sum(parts.filter(({ via_media }) => via_media)),
    open: sum(parts.filter(({ state }) => openStates.includes(state))),
  };
}

const sum = (parts: readonly FunnelPart[]): Both => ({
  problems: parts.reduce((total, { problems }) => total + problems, 0),
  appeals: parts.reduce((total, { appeals }) => total + appeals, 0),
});
