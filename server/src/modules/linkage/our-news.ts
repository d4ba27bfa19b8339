import type { Context } from '../../platform/context.ts';
import type { StoredEvent } from '../../platform/events.ts';
import type { Case, Outgoing } from '../exchange/index.ts';
import * as orders from '../orders/index.ts';
import { isOpen, type LinkageRecord, move, recordsOf } from './records.repo.ts';
import { text } from './text.ts';

/** What 110 must know of an order it has from us: more words, an urging, that it is taken back. */
export async function ourNews(
  ctx: Context,
  { case: about, event }: { case: Case; event: StoredEvent },
): Promise<Outgoing | null> {
  const orderId = about.order_id;
  // A clue is a word in confidence, not the order: who has one alone hears no more of it, and nobody takes it back.
  const open = (await recordsOf(ctx, orderId)).filter((one) => one.act !== 'clue' && isOpen(one));
  if (open.length === 0) return null;
  switch (event.type) {
    case 'intake.supplemented':
      return { kind: 'supplement', body: { words: await wordsNamed(ctx, orderId, event) } };
    case 'intake.urged':
      return { kind: 'urge', body: { words: await wordsNamed(ctx, orderId, event) } };
    case 'intake.withdrawn':
      return takeBack(ctx, open, () => true);
    // Only what a person took back: their own return came from them.
    case 'intake.transfer-returned':
      return takeBack(ctx, open, ({ act }) => act === 'transfer');
    case 'dispatch.duty-revoked':
      return takeBack(ctx, open, (one) => one.assignment_id === event.data.assignment);
    case 'intake.transfer-ended':
      for (const one of open.filter(({ act }) => act === 'transfer')) await move(ctx, one, 'done');
      return null;
    default:
      return null;
  }
}

/** 撤回 before they accepted; afterwards they are told, and decide. */
async function takeBack(
  ctx: Context,
  open: readonly LinkageRecord[],
  isMeant: (record: LinkageRecord) => boolean,
): Promise<Outgoing | null> {
  const meant = open.filter(isMeant);
  if (meant.length === 0) return null;
  for (const record of meant) await move(ctx, record, 'withdrawn');
  return meant.every(({ state }) => state === 'sent')
    ? { kind: 'withdraw', body: { reason: text.takenBack } }
    : { kind: 'supplement', body: { words: text.takenBack } };
}

async function wordsNamed(ctx: Context, orderId: string, { data }: StoredEvent): Promise<string> {
  const texts = await orders.textsOf(ctx, orderId);
  const said = texts.find(({ no }) => no === data.text)?.content ?? '';
  return said.trim().slice(0, 4000) || text.urged;
}
