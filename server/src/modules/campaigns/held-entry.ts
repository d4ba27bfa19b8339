import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { visibleAmong } from '../orders/index.ts';
import { type Campaign, changeCampaign, lockCampaign } from './campaigns.repo.ts';
import { type Entry, findEntry, insertEntry, type NewEntry } from './entries.repo.ts';
import { mayWork } from './policy.ts';

export interface Held {
  readonly campaign: Campaign;
  readonly entry: Entry;
}

/** Its campaign is held first, so that the list changes by one person at a time; then it is read as it is now. */
export async function heldEntry(ctx: Context, entryId: string): Promise<Held> {
  const { campaign_id } = await findEntry(ctx, entryId);
  const campaign = await lockCampaign(ctx, campaign_id);
  demand(mayWork(ctx.actor, campaign));
  return { campaign, entry: await findEntry(ctx, entryId) };
}

/** The next number of the list; the campaign is held. */
export async function addEntry(
  ctx: Context,
  campaign: Campaign,
  row: Omit<NewEntry, 'id' | 'no' | 'campaign_id'>,
): Promise<string> {
  const [id, no] = [ctx.newId(), campaign.entries + 1];
  await insertEntry(ctx, { ...row, id, no, campaign_id: campaign.id });
  await changeCampaign(ctx, campaign.id, { entries: no });
  return id;
}

/** Only what the person sees is put on a list: `orders.no-such-order`. */
export async function demandSeen(ctx: Context, orderIds: readonly string[]): Promise<string[]> {
  const ids = [...new Set(orderIds)].toSorted();
  const seen = await visibleAmong(ctx, ids);
  refuseUnless(
    ids.every((id) => seen.has(id)),
    'orders.no-such-order',
  );
  return ids;
}

export function tellLinked(
  ctx: Context,
  { campaign_id, id }: Pick<Entry, 'campaign_id' | 'id'>,
  { cause, orders }: { cause: string; orders: number },
): void {
  const subject = { kind: 'campaign', id: campaign_id } as const;
  tell(ctx, subject, 'campaigns.linked', { entry: id, cause, orders });
  announce(ctx, 'campaigns');
}
