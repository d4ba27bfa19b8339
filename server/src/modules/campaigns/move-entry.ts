import type { campaigns as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { EntryState } from '@minsheng/contract/words/campaigns.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { type Entry, enterStage, renameEntry } from './entries.repo.ts';
import { heldEntry } from './held-entry.ts';
import { isStep } from './policy.ts';

/** 媒体问效: for what was pressed at least so often and still stands. */
const leastSupervisions = 2;

/** 核对、推进: a person says how far a listed problem is, and why. */
export async function moveEntry(
  ctx: Context,
  { entryId, to, reason }: InputOf<typeof contract.moveEntry>,
): Promise<{ done: true }> {
  const { entry } = await heldEntry(ctx, entryId);
  demand(isStep(entry.state, to));
  // 转媒体 is what the hand-over of a signed dossier does; a word alone would leave out who signs that nobody is named.
  if (to === 'to-media') demandSupervised(entry);
  refuseUnless(to !== 'to-media', 'campaigns.by-dossier');
  await step(ctx, entry, { to, reason, byId: ctx.actor.accountId });
  return { done: true };
}

export function demandSupervised({ supervisions }: Pick<Entry, 'supervisions'>): void {
  refuseUnless(supervisions >= leastSupervisions, 'campaigns.twice-supervised', {
    count: supervisions,
  });
}

/** The one writer of a step. */
export async function step(
  ctx: Context,
  entry: Entry,
  { to, reason, byId }: { to: EntryState; reason: string; byId: string | null },
): Promise<void> {
  const { id: entryId, campaign_id: campaignId } = entry;
  const viaMedia = entry.via_media || to === 'to-media';
  await enterStage(ctx, { campaignId, entryId, to, viaMedia, reason, byId });
  tell(ctx, { kind: 'campaign', id: campaignId }, 'campaigns.moved', {
    entry: entryId,
    from: entry.state,
    to,
  });
  announce(ctx, 'campaigns');
}

/** 改名. */
export async function nameEntry(
  ctx: Context,
  { entryId, name }: InputOf<typeof contract.nameEntry>,
): Promise<{ done: true }> {
  await heldEntry(ctx, entryId);
  await renameEntry(ctx, entryId, name);
  announce(ctx, 'campaigns');
  return { done: true };
}
