import type { NoticeChannel, NoticeUrgency, NoticeWay } from '@minsheng/contract/words/notices.ts';
import type { MessageName } from '../../city/index.ts';
import type { Context } from '../../platform/context.ts';
import { enqueue, later } from '../../platform/jobs.ts';
import { blindIndex, decrypt, encrypt } from '../../platform/secrets.ts';
import { dutyAt } from '../organisation/index.ts';
import { requesterPhone } from '../requesters/index.ts';
import { insertMessage } from './messages.repo.ts';
import type { Notice, Recipient } from './notice.ts';
import { jobOf } from './notice-jobs.ts';
import { postOnScreens } from './post.ts';
import { afterQuietHours } from './quiet-hours.ts';
import { hoursFor, ruleOf } from './rules.repo.ts';
import { wordsOf } from './words-of.ts';

/**
 * 通知: writes the message, encrypted, and lets a job send it after commit, by each of the ways the city's rule names.
 * Nobody to tell is no error: an anonymous requester left no number. In quiet hours only urgent ones leave; the others
 * wait for the morning, and reach whoever is on duty then.
 */
export async function notify<Name extends MessageName>(
  ctx: Context,
  notice: Notice<Name>,
): Promise<void> {
  await written(ctx, notice);
}

/** The same to one person, for a caller who keeps which message it was; null where nobody is reached. */
export async function notifyOnce<Name extends MessageName>(
  ctx: Context,
  notice: Notice<Name>,
): Promise<string | null> {
  const [messageId] = await written(ctx, notice);
  return messageId ?? null;
}

/** Answers the messages it wrote. */
async function written<Name extends MessageName>(
  ctx: Context,
  notice: Notice<Name>,
): Promise<string[]> {
  const rule = await ruleOf(ctx, notice.template);
  const urgency = notice.urgent ? 'urgent' : rule.urgency;
  const ids: (string | null)[] = [];
  for (const way of rule.channels.filter((one) => isMeant(notice, one))) {
    if (way === 'inbox') await postOnScreens(ctx, notice, rule.readers);
    else ids.push(await write(ctx, notice, { channel: way, urgency }));
  }
  return ids.filter((id) => id !== null);
}

type Main = Pick<Notice<MessageName>, 'channel' | 'to'>;

/** A unit hears of one thing once by every way but its duty telephones, which are called post by post. */
function isMeant({ channel, to }: Main, way: NoticeWay): boolean {
  if (way === 'sms' || way === 'call') return way === channel;
  return to.kind === 'duty' && to.position === 1 && to.people !== 'told';
}

interface Way {
  readonly channel: NoticeChannel;
  readonly urgency: NoticeUrgency;
}

async function write<Name extends MessageName>(
  ctx: Context,
  notice: Notice<Name>,
  { channel, urgency }: Way,
): Promise<string | null> {
  const audience = notice.to.kind === 'duty' ? 'unit' : 'requester';
  const hours = await hoursFor(ctx, { channel, audience, urgency });
  const notBefore = afterQuietHours(ctx.now, ctx.city.zone, hours);
  const to = await addressOf(ctx, notice.to, { channel, at: notBefore });
  if (!to) return null;
  const id = ctx.newId();
  await insertMessage(ctx, {
    id,
    channel,
    template: notice.template,
    orderId: notice.orderId ?? null,
    assignmentId: notice.assignmentId ?? null,
    unitCode: notice.to.kind === 'duty' ? notice.to.unitCode : null,
    toEnc: to,
    toIndex: blindIndex(ctx.keys, 'notice-to', decrypt(ctx.keys, to)),
    textEnc: encrypt(ctx.keys, await wordsOf(ctx, notice, channel)),
    notBefore,
    urgency,
    heldFor: notBefore > ctx.now ? 'quiet' : null,
  });
  const sends = jobOf(channel);
  if (notBefore > ctx.now)
    later(ctx, sends, { messageId: id }, { at: notBefore, key: `message:${id}` });
  else enqueue(ctx, sends, { messageId: id });
  return id;
}

/** Null: nobody is reached that way. */
async function addressOf(
  ctx: Context,
  to: Recipient,
  { channel, at }: { channel: NoticeChannel; at: Date },
): Promise<Buffer | null> {
  const { mail, robot } = ctx.ports;
  if (channel === 'sms' || channel === 'call') return numberOf(ctx, to, at);
  if (to.kind !== 'duty') return null;
  const address = channel === 'mail' ? mail.addressOf(to.unitCode) : to.unitCode;
  if (address === null || (channel === 'robot' && !robot.hasGroup(to.unitCode))) return null;
  return encrypt(ctx.keys, address);
}

/** The duty post asked for; beyond the end of the roster its last one. */
async function numberOf(ctx: Context, to: Recipient, at: Date): Promise<Buffer | null> {
  if (to.kind === 'requester')
    return to.phoneEnc === undefined ? requesterPhone(ctx, to.orderId) : to.phoneEnc;
  if (to.kind === 'number') return encrypt(ctx.keys, to.number);
  if (to.phoneEnc) return to.phoneEnc;
  const posts = await dutyAt(ctx, to.unitCode, at);
  return (posts[to.position - 1] ?? posts.at(-1))?.phoneEnc ?? null;
}
