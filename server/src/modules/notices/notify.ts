import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { enqueue, job, later } from '../../platform/jobs.ts';
import { encrypt } from '../../platform/secrets.ts';
import { dutyAt } from '../organisation/index.ts';
import { requesterPhone } from '../requesters/index.ts';
import { insertMessage, templates } from './messages.repo.ts';
import { afterQuietHours } from './quiet-hours.ts';

export type Recipient =
  | { kind: 'requester'; orderId: string }
  | { kind: 'duty'; unitCode: string; position: number };

export interface Notice {
  template: string;
  channel: 'sms' | 'call';
  to: Recipient;
  orderId?: string;
  assignmentId?: string;
  /** Fill the template's `{place_holders}`; never names, addresses or a citizen's words. */
  facts: Readonly<Record<string, string>>;
  /** U1 and U2 wake people. */
  urgent: boolean;
}

export const sendMessage = job('notices:send', z.object({ messageId: z.uuid() }));

/**
 * 通知: writes the message, encrypted, and lets a job send it after commit. Nobody to tell is no error: an anonymous
 * requester left no number. Between 21:30 and 07:30 only urgent ones leave; the others wait for the morning.
 */
export async function notify(ctx: Context, notice: Notice): Promise<void> {
  const to = await numberOf(ctx, notice.to);
  if (!to) return;
  const words = (await templates(ctx)).get(notice.template);
  if (words === undefined) throw new Error(`The city has no message ${notice.template}.`);
  const id = ctx.newId();
  const notBefore = notice.urgent ? ctx.now : afterQuietHours(ctx.now, ctx.city.zone);
  await insertMessage(ctx, {
    id,
    channel: notice.channel,
    template: notice.template,
    orderId: notice.orderId ?? null,
    assignmentId: notice.assignmentId ?? null,
    unitCode: notice.to.kind === 'duty' ? notice.to.unitCode : null,
    toEnc: to,
    textEnc: encrypt(ctx.keys, filled(words, notice.facts)),
    notBefore,
  });
  if (notBefore > ctx.now)
    later(ctx, sendMessage, { messageId: id }, { at: notBefore, key: `message:${id}` });
  else enqueue(ctx, sendMessage, { messageId: id });
}

/** The duty post asked for; beyond the end of the roster its last one. */
async function numberOf(ctx: Context, to: Recipient): Promise<Buffer | null> {
  if (to.kind === 'requester') return requesterPhone(ctx, to.orderId);
  const posts = await dutyAt(ctx, to.unitCode, ctx.now);
  return (posts[to.position - 1] ?? posts.at(-1))?.phoneEnc ?? null;
}

/** `{order_no}` → its fact; a place-holder nobody fills is left out with the comma before it. */
export function filled(words: string, facts: Readonly<Record<string, string>>): string {
  return words.replaceAll(/\{([a-z_]+)\}/g, (_, name: string) => facts[name] ?? '');
}
