import type { NoticeChannel } from '@minsheng/contract/words/notices.ts';
import { z } from 'zod';
import type { MessageName, messageFacts } from '../../city/index.ts';
import type { Context } from '../../platform/context.ts';
import { enqueue, job, later, oneAtATime } from '../../platform/jobs.ts';
import { encrypt } from '../../platform/secrets.ts';
import { dutyAt, unitNames } from '../organisation/index.ts';
import { requesterPhone } from '../requesters/index.ts';
import { insertMessage, templates } from './messages.repo.ts';
import { afterQuietHours } from './quiet-hours.ts';

export type Recipient =
  /** `phoneEnc` where the caller has just written it down. */
  | { kind: 'requester'; orderId: string; phoneEnc?: Buffer | null }
  /** Whoever wrote to us first, and is the requester of nothing we know. */
  | { kind: 'number'; number: string }
  /** `phoneEnc` where the unit has somebody of its own to tell, whoever is on duty. */
  | { kind: 'duty'; unitCode: string; position: number; phoneEnc?: Buffer | null };

/** To the duty post of a unit, whose name is filled in here. */
type DutyMessage =
  | 'dispatched-duty'
  | 'duty-call'
  | 'supplement-duty'
  | 'urged-duty'
  | 'front-line-link'
  | 'named-duty'
  | 'named-duty-call'
  | 'named-duty-news'
  | 'reader-named'
  | 'letter-sent'
  | 'letter-due'
  | 'letter-overdue'
  | 'visit-asked'
  | 'task-given'
  | 'task-due'
  | 'task-overdue'
  | 'task-sent-back'
  | 'due-soon'
  | 'overdue-below'
  | 'overdue'
  | 'urged-by-centre'
  | 'supervised-duty'
  | 'supervised-below'
  | 'supervision-late'
  | 'meeting-called'
  | 'meeting-moved'
  | 'meeting-soon'
  | 'meeting-cancelled'
  | 'wait-late';

/** What the caller puts into a message. */
type FactOf<Name extends MessageName> = Name extends DutyMessage
  ? Exclude<(typeof messageFacts)[Name][number], 'unit'>
  : (typeof messageFacts)[Name][number];

export interface Notice<Name extends MessageName> {
  template: Name;
  channel: NoticeChannel;
  to: Recipient;
  orderId?: string;
  assignmentId?: string;
  /** Never names, addresses or a citizen's words. */
  facts: Readonly<Record<FactOf<Name>, string>>;
  /** U1 and U2 wake people; whoever has just written is awake. */
  urgent: boolean;
}

const oneMessage = z.object({ messageId: z.uuid() });
export const sendMessage = job('notices:send', oneMessage);
/** A line of its own: who is rung stands behind no heap of SMS. */
export const ringOut = job('notices:ring', oneMessage);
// A carrier that lets us wait holds one place of the job queue at most.
oneAtATime(sendMessage);
oneAtATime(ringOut);

export const jobOf = (channel: NoticeChannel): typeof sendMessage =>
  channel === 'call' ? ringOut : sendMessage;

/**
 * 通知: writes the message, encrypted, and lets a job send it after commit. Nobody to tell is no error: an anonymous
 * requester left no number. Between 21:30 and 07:30 only urgent ones leave; the others wait for the morning, and
 * reach whoever is on duty then.
 */
export async function notify<Name extends MessageName>(
  ctx: Context,
  notice: Notice<Name>,
): Promise<void> {
  const notBefore = notice.urgent ? ctx.now : afterQuietHours(ctx.now, ctx.city.zone);
  const to = await numberOf(ctx, notice.to, notBefore);
  if (!to) return;
  const id = ctx.newId();
  await insertMessage(ctx, {
    id,
    channel: notice.channel,
    template: notice.template,
    orderId: notice.orderId ?? null,
    assignmentId: notice.assignmentId ?? null,
    unitCode: notice.to.kind === 'duty' ? notice.to.unitCode : null,
    toEnc: to,
    textEnc: encrypt(ctx.keys, await wordsOf(ctx, notice)),
    notBefore,
    urgent: notice.urgent,
  });
  const sends = jobOf(notice.channel);
  if (notBefore > ctx.now)
    later(ctx, sends, { messageId: id }, { at: notBefore, key: `message:${id}` });
  else enqueue(ctx, sends, { messageId: id });
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

interface Wording {
  template: MessageName;
  to: Recipient;
  facts: Readonly<Record<string, string>>;
}

async function wordsOf(ctx: Context, { template, to, facts }: Wording): Promise<string> {
  const words = (await templates(ctx)).get(template);
  if (words === undefined) throw new Error(`The city has no message ${template}.`);
  const unit = to.kind === 'duty' ? (await unitNames(ctx, [to.unitCode])).get(to.unitCode) : null;
  return filled(words, { ...(unit && { unit }), ...withLink(ctx, facts) }).trimEnd();
}

/** A path of ours leaves as a whole address, set apart: telephones would take the words behind it for a part of it. */
function withLink(ctx: Context, { link, ...facts }: Wording['facts']): Wording['facts'] {
  return link === undefined ? facts : { ...facts, link: ` ${ctx.site.origin}${link} ` };
}

/** The checker holds every wording against what the program fills in; a hole in a sentence is a fault of ours. */
export function filled(words: string, facts: Readonly<Record<string, string>>): string {
  return words.replaceAll(/\{([a-z_]+)\}/g, (_, name: string) => {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`Nobody fills {${name}} of a message.`);
    return fact;
  });
}
