import type { campaigns as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { EntryState } from '@minsheng/contract/words/campaigns.ts';
import type { Context } from '../../platform/context.ts';
import { allowIf, demand, refuseUnless } from '../../platform/refusal.ts';
import { appealsAmong } from '../orders/index.ts';
import { lockCampaign } from './campaigns.repo.ts';
import { type Entry, enterStage } from './entries.repo.ts';
import { addEntry, demandSeen, heldEntry, tellLinked } from './held-entry.ts';
import { endLinks, linkedAmong, linksOf, putLinks } from './links.repo.ts';
import { step } from './move-entry.ts';
import { isStep, mayWork } from './policy.ts';

type Done = { done: true };

/** 拆分: some of its appeals become a problem of their own, at the same stage. */
export async function splitEntry(
  ctx: Context,
  { entryId, orderIds, name, reason }: InputOf<typeof contract.splitEntry>,
): Promise<{ entryId: string }> {
  const { campaign, entry } = await heldEntry(ctx, entryId);
  const ids = await demandInIt(ctx, entry, orderIds);
  refuseUnless(ids.length < entry.appeals, 'campaigns.all-of-it');
  const { area_code, words, problem_id } = entry;
  const made = await addEntry(ctx, campaign, { name, area_code, words, problem_id, note: reason });
  const ended = await endLinks(ctx, { entryId, orderIds: ids, cause: 'split', reason });
  await enterStage(ctx, {
    campaignId: campaign.id,
    entryId: made,
    to: entry.state,
    viaMedia: entry.via_media,
    reason,
    byId: ctx.actor.accountId,
  });
  const putting = { campaignId: campaign.id, entryId: made, orders: ended, reason };
  await putLinks(ctx, { ...putting, cause: 'split' });
  tellLinked(ctx, { ...entry, id: made }, { cause: 'split', orders: ids.length });
  return { entryId: made };
}

const mayBeMerged: readonly EntryState[] = ['proposed', 'listed', 'aside'];

/** 合并: all its appeals go to another; what was looked at already stays what it is. */
export async function mergeEntry(
  ctx: Context,
  { entryId, intoId, reason }: InputOf<typeof contract.mergeEntry>,
): Promise<Done> {
  const { campaign, entry } = await heldEntry(ctx, entryId);
  const { entry: into } = await heldEntry(ctx, intoId);
  const isOther = into.campaign_id === campaign.id && into.id !== entry.id;
  refuseUnless(isOther && into.state !== 'merged', 'campaigns.other-campaign');
  demand(mayBeMerged.includes(entry.state) ? { allowed: true } : isStep(entry.state, 'merged'));
  const ended = await endLinks(ctx, { entryId, orderIds: null, cause: 'merged', reason });
  const putting = { campaignId: campaign.id, entryId: into.id, orders: ended, reason };
  await putLinks(ctx, { ...putting, cause: 'merged' });
  await step(ctx, entry, { to: 'merged', reason, byId: ctx.actor.accountId });
  tellLinked(ctx, into, { cause: 'merged', orders: ended.length });
  return { done: true };
}

/** 移出: not of this problem. */
export async function takeFromEntry(
  ctx: Context,
  { entryId, orderIds, reason }: InputOf<typeof contract.takeFromEntry>,
): Promise<Done> {
  const { entry } = await heldEntry(ctx, entryId);
  const ids = await demandInIt(ctx, entry, orderIds);
  await endLinks(ctx, { entryId, orderIds: ids, cause: 'taken-out', reason });
  tellLinked(ctx, entry, { cause: 'taken-out', orders: ids.length });
  return { done: true };
}

/** 加入: what the machine did not find. */
export async function addToEntry(
  ctx: Context,
  { entryId, orderIds, reason }: InputOf<typeof contract.addToEntry>,
): Promise<Done> {
  const { campaign, entry } = await heldEntry(ctx, entryId);
  demand(allowIf(entry.state !== 'merged', 'campaigns.no-such-entry'));
  const orders = await demandFree(ctx, campaign.id, orderIds);
  const putting = { campaignId: campaign.id, entryId, orders, reason };
  await putLinks(ctx, { ...putting, cause: 'added' });
  tellLinked(ctx, entry, { cause: 'added', orders: orders.length });
  return { done: true };
}

/** 新增清单问题, by hand. */
export async function newEntry(
  ctx: Context,
  { campaignId, name, orderIds, areaCode, reason }: InputOf<typeof contract.newEntry>,
): Promise<{ entryId: string }> {
  const campaign = await lockCampaign(ctx, campaignId);
  demand(mayWork(ctx.actor, campaign));
  const orders = await demandFree(ctx, campaignId, orderIds);
  const named = { name, area_code: areaCode ?? null, words: [], note: reason, problem_id: null };
  const entryId = await addEntry(ctx, campaign, named);
  const byId = ctx.actor.accountId;
  await enterStage(ctx, { campaignId, entryId, to: 'listed', viaMedia: false, reason, byId });
  await putLinks(ctx, { campaignId, entryId, orders, reason, cause: 'added' });
  const entry = { campaign_id: campaignId, id: entryId };
  tellLinked(ctx, entry, { cause: 'added', orders: orders.length });
  return { entryId };
}

async function demandInIt(
  ctx: Context,
  entry: Entry,
  orderIds: readonly string[],
): Promise<string[]> {
  const ids = [...new Set(orderIds)].toSorted();
  const inside = new Set((await linksOf(ctx, entry.id)).map(({ order_id }) => order_id));
  const count = ids.filter((id) => !inside.has(id)).length;
  refuseUnless(count === 0, 'campaigns.not-in-it', { count });
  return ids;
}

async function demandFree(ctx: Context, campaignId: string, orderIds: readonly string[]) {
  const ids = await demandSeen(ctx, orderIds);
  const unasked = ids.length - (await appealsAmong(ctx, ids)).size;
  refuseUnless(unasked === 0, 'campaigns.not-appeals', { count: unasked });
  const { size: count } = await linkedAmong(ctx, campaignId, ids);
  refuseUnless(count === 0, 'campaigns.elsewhere', { count });
  return ids.map((orderId) => ({ orderId, closeness: null }));
}
