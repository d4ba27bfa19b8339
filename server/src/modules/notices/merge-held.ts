import type { Context } from '../../platform/context.ts';
import { cancelLater } from '../../platform/jobs.ts';
import { decrypt, encrypt } from '../../platform/secrets.ts';
import { templates } from './messages.repo.ts';
import { changeMessage, type HeldMessage, lockHeldBeside, mergedInto } from './sending.repo.ts';
import { filled, today, wordsFor } from './words-of.ts';

interface Merged {
  readonly message: HeldMessage;
  /** Ids of what leaves no more by itself. */
  readonly others: readonly string[];
}

/**
 * 合并推迟的: what a limit held back for one duty post leaves as one message that says how many more there are; each of
 * them stands on the unit's desk. A requester gets every message, for each is of their own order.
 */
export async function mergeHeld(ctx: Context, message: HeldMessage): Promise<Merged> {
  if (message.held_for !== 'limit' || message.unit_code === null) return { message, others: [] };
  const others = await lockHeldBeside(ctx, message);
  if (others.length === 0) return { message, others };
  // Tried before and merged then: its words end with how many there were, and say it anew with those that came since.
  const before = await mergedInto(ctx, message.id);
  for (const id of others) {
    await changeMessage(ctx, id, { state: 'merged', merged_into: message.id, ended_at: ctx.now });
    cancelLater(ctx, `message:${id}`);
  }
  const more = wordsFor(await templates(ctx), 'held-more', {
    way: message.channel,
    on: today(ctx),
  });
  const saying = (count: number) => (count === 0 ? '' : filled(more, { count: String(count) }));
  const said = decrypt(ctx.keys, message.text_enc);
  const ending = saying(before);
  const own = said.endsWith(ending) ? said.slice(0, said.length - ending.length) : said;
  const text = own + saying(before + others.length);
  const textEnc = encrypt(ctx.keys, text);
  await changeMessage(ctx, message.id, { text_enc: textEnc });
  return { message: { ...message, text_enc: textEnc }, others };
}
