import type { campaigns as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { accountNames } from '../identity/index.ts';
import { leftOf } from '../redaction/index.ts';
import { findCampaign } from './campaigns.repo.ts';
import { entriesAt } from './entries.repo.ts';
import { maySign, maySignRedaction, mayWork } from './policy.ts';
import {
  changeText,
  insertText,
  lockText,
  type PublicText,
  textsOfCampaign,
} from './public-texts.repo.ts';
import { scanOf } from './scan.ts';

const shownTextsCap = 100;
const mostEntries = 300;

/** 拟公开文字: of the campaign, or of one problem on its list. */
export async function writePublicText(
  ctx: Context,
  { campaignId, entryId, title, words }: InputOf<typeof contract.writePublicText>,
): Promise<{ textId: string }> {
  const campaign = await findCampaign(ctx, campaignId);
  demand(mayWork(ctx.actor, campaign));
  if (entryId) {
    const [entry] = await entriesAt(ctx, { at: ctx.now, campaignId, entryId, most: 1 });
    refuseUnless(entry, 'campaigns.no-such-entry');
  }
  const id = ctx.newId();
  await insertText(ctx, { id, campaign_id: campaignId, entry_id: entryId ?? null, title, words });
  announce(ctx, 'campaigns');
  return { textId: id };
}

/** 公开文字列表. */
export async function listPublicTexts(
  ctx: Context,
  { campaignId }: InputOf<typeof contract.listPublicTexts>,
): Promise<ReplyOf<typeof contract.listPublicTexts>> {
  const campaign = await findCampaign(ctx, campaignId);
  const texts = await textsOfCampaign(ctx, campaignId, shownTextsCap);
  const entries = await entriesAt(ctx, { at: ctx.now, campaignId, most: mostEntries });
  const names = new Map(entries.map(({ id, name }) => [id, name]));
  const accounts = await accountNames(
    ctx,
    texts.flatMap(({ written_by, signed_by }) => [written_by, signed_by]),
  );
  const rows = [];
  for (const text of texts) {
    const { entry_id: entryId, written_by, written_at, signed_by, signed_at } = text;
    rows.push({
      id: text.id,
      entryId,
      entryName: entryId === null ? null : (names.get(entryId) ?? null),
      state: text.state,
      title: text.title,
      words: text.words,
      writtenBy: accounts.get(written_by ?? '') ?? '',
      writtenAt: written_at.toISOString(),
      signedBy: signed_by && (accounts.get(signed_by) ?? ''),
      signedAt: signed_at?.toISOString() ?? null,
      // Also of what is public: whoever told of it since may be named in it.
      scan: text.state === 'withdrawn' ? [] : await scanText(ctx, text),
    });
  }
  return {
    rows,
    shownCap: shownTextsCap,
    can: { write: mayWork(ctx.actor, campaign).allowed, sign: maySign(ctx.actor).allowed },
  };
}

/** 签发: another person than who wrote it, once the scan finds nothing that is left. */
export async function signPublicText(
  ctx: Context,
  { textId, nobody }: InputOf<typeof contract.signPublicText>,
): Promise<{ done: true }> {
  const text = await heldText(ctx, textId);
  demand(maySign(ctx.actor));
  demand(maySignRedaction(ctx.actor, text.written_by));
  refuseUnless(text.state === 'written', 'campaigns.text-settled');
  const { length: count } = leftOf(await scanText(ctx, text), nobody);
  refuseUnless(count === 0, 'campaigns.scan-finds', { count });
  await changeText(ctx, textId, {
    state: 'signed',
    signed_by: ctx.actor.accountId,
    signed_at: ctx.now,
  });
  tellOf(ctx, text, 'campaigns.published');
  return { done: true };
}

/** 撤下. */
export async function withdrawPublicText(
  ctx: Context,
  { textId }: InputOf<typeof contract.withdrawPublicText>,
): Promise<{ done: true }> {
  const text = await heldText(ctx, textId);
  demand(maySign(ctx.actor));
  refuseUnless(text.state !== 'withdrawn', 'campaigns.text-settled');
  await changeText(ctx, textId, { state: 'withdrawn' });
  tellOf(ctx, text, 'campaigns.unpublished');
  return { done: true };
}

const scanText = (ctx: Context, { campaign_id, entry_id, title, words }: PublicText) =>
  scanOf(ctx, {
    of: entry_id === null ? { campaignId: campaign_id } : { entryId: entry_id },
    texts: [title, words],
  });

async function heldText(ctx: Context, textId: string): Promise<PublicText> {
  const text = await lockText(ctx, textId);
  refuseUnless(text, 'campaigns.no-such-text');
  return text;
}

function tellOf(
  ctx: Context,
  { id, campaign_id, entry_id }: PublicText,
  type: 'campaigns.published' | 'campaigns.unpublished',
): void {
  tell(ctx, { kind: 'campaign', id: campaign_id }, type, { text: id, entry: entry_id });
  announce(ctx, 'campaigns');
}
