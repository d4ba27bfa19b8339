import type { notices as contract } from '@minsheng/contract';
import type { NoticeOutcome } from '@minsheng/contract/words/notices.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { plainWord, wordAt } from '../../ports/carrier/answers.ts';
import type { ReceiptSettings } from '../../ports/carrier/settings.ts';
import { changeMessage, lockMessage, messageByRef } from './sending.repo.ts';
import { addToTally } from './tally.ts';

type Taken = z.output<typeof contract.receiptsTaken>;

/** 记回执, each as often as the carrier likes: what was delivered stays so, whatever comes after. */
export async function takeReceipts(
  ctx: Context,
  settings: ReceiptSettings,
  reports: readonly unknown[],
): Promise<Taken> {
  const unknown: string[] = [];
  const counts = new Map<NoticeOutcome, number>();
  let taken = 0;
  for (const report of reports) {
    const name = wordAt(report, settings.field);
    const word = wordAt(report, settings.status);
    if (name !== null && word !== null && (await takeOne(ctx, settings, { name, word, counts })))
      taken += 1;
    else unknown.push((name ?? '').slice(0, 64));
  }
  addToTally(ctx, 'sms', counts);
  return { taken, unknown };
}

interface Report {
  readonly name: string;
  readonly word: string;
  /** What came of them all is added up at the end: whoever counts keeps others from it until it is over. */
  readonly counts: Map<NoticeOutcome, number>;
}

const isId = (name: string): boolean => z.uuid().safeParse(name).success;

/** False: of no message here, or in a word the settings do not name. */
async function takeOne(
  ctx: Context,
  settings: ReceiptSettings,
  { name, word, counts }: Report,
): Promise<boolean> {
  const id = settings.by === 'ref' ? await messageByRef(ctx, name) : name;
  if (id === null || !isId(id)) return false;
  const message = await lockMessage(ctx, id);
  if (message?.channel !== 'sms' || message.tries === 0) return false;
  const isDelivered = settings.delivered.includes(word);
  if (!isDelivered && !settings.failed.includes(word)) return false;
  if (message.state === 'delivered' || message.state === 'dropped') return true;
  // A person has it sent again: what became of the try before is no news.
  if (message.state === 'waiting' && !isDelivered) return true;
  const heard = { receipt_at: ctx.now, error: isDelivered ? null : plainWord(word) };
  if (isDelivered) await changeMessage(ctx, id, { state: 'delivered', ended_at: null, ...heard });
  else await changeMessage(ctx, id, { state: 'failed', ended_at: ctx.now, ...heard });
  const outcome = isDelivered ? 'delivered' : 'failed';
  if (outcome !== message.state) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return true;
}
