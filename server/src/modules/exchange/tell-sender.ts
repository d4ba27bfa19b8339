import type { Said } from '@minsheng/contract/public/exchange.ts';
import { type MessageKind, messageKindLabel } from '@minsheng/contract/words/exchange.ts';
import type { Context } from '../../platform/context.ts';
import { speaksProtocol } from './adapter.ts';
import { type Case, findCase, lockIncoming } from './cases.repo.ts';
import { messageOf } from './messages.repo.ts';
import { peerOf } from './peers.repo.ts';
import type { Pending } from './pending.repo.ts';
import { queueMessage } from './queue-message.ts';
import { text } from './text.ts';

/**
 * 告知对方 what became of a message of theirs about which a person had to decide: they hold a receipt and would go on
 * believing in it. Nobody is told where no case is known, nor a net that is asked and not told.
 */
export async function tellSender(
  ctx: Context,
  { id, peer: code, line, seq, kind }: Pending,
  became: { dismissed: string } | { applied: true },
): Promise<void> {
  const message = await messageOf(ctx, id);
  // What was held came before its case was known.
  const caseId = message?.case_id ?? (await lockIncoming(ctx, code, line)).case_id;
  const about = caseId === null ? null : await findCase(ctx, caseId);
  const peer = await peerOf(ctx, code);
  if (!about || !peer || !speaksProtocol(peer)) return;
  const name = text.theirs(seq, labelOf(kind));
  const words =
    'dismissed' in became ? text.notApplied(name, became.dismissed) : text.appliedAgain(name);
  await queueMessage(ctx, about.id, saying(ctx, about, words));
}

/** Whoever handed the case to us hears how it goes; whoever has it from us hears more about it. */
const saying = (ctx: Context, { opened_by }: Case, words: string): Said =>
  opened_by === 'them'
    ? { kind: 'progress', body: { stage: 'note', words, at: ctx.now.toISOString() } }
    : { kind: 'supplement', body: { words } };

const labelOf = (kind: string): string => {
  const labels: Readonly<Partial<Record<string, string>>> = messageKindLabel satisfies Record<
    MessageKind,
    string
  >;
  return labels[kind] ?? kind;
};
