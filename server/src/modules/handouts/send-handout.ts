import { createHash } from 'node:crypto';
import type { handouts as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, type Subject, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { cite, type Entry } from '../knowledge/index.ts';
import { notifyOnce, type Recipient } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import { cityHour } from '../organisation/index.ts';
import { requesterPhone } from '../requesters/index.ts';
import { callOf } from '../telephony/index.ts';
import { newToken } from './handout-token.ts';
import { type About, handoutsOf, insertHandout } from './handouts.repo.ts';
import { maySend } from './policy.ts';

const hourMs = 3_600_000;
const linkDays = 30;
const mostADay = 5;

interface Addressee extends About {
  /** What went to the same person before: of an order, in the call it came from as well. */
  readonly before: About;
  readonly to: Recipient;
  /** Somebody is on the line and waits for it. */
  readonly urgent: boolean;
}

/** 发给来电人: the answer as a link, to the number of the call or of the order. */
export async function sendHandout(
  ctx: Context,
  { code, orderId, callId }: InputOf<typeof contract.sendHandout>,
): Promise<{ done: true }> {
  demand(maySend(ctx.actor));
  const who = orderId === undefined ? await ofCall(ctx, callId) : await ofOrder(ctx, orderId);
  const entry = await cite(ctx, code);
  await demandNotTooMany(ctx, who.before, entry);
  const id = ctx.newId();
  const { token, hash } = newToken(id);
  const expiresAt = new Date(ctx.now.getTime() + linkDays * 24 * hourMs);
  const messageId = await notifyOnce(ctx, {
    template: 'handout-sent',
    channel: 'sms',
    to: who.to,
    ...(who.orderId !== null && { orderId: who.orderId }),
    facts: {
      title: entry.title,
      link: `/c/#/answer/${token}`,
      until: cityHour(expiresAt, ctx.city.zone).on,
    },
    urgent: who.urgent,
  });
  refuseUnless(messageId, 'handouts.no-number');
  await insertHandout(ctx, {
    id,
    key_hash: hash,
    order_id: who.orderId,
    call_id: who.callId,
    entry_code: entry.code,
    title: entry.title,
    digest: digestOfEntry(entry),
    message_id: messageId,
    sent_by: ctx.actor.accountId,
    sent_at: ctx.now,
    expires_at: expiresAt,
  });
  tell(ctx, subjectOf(who), 'handouts.sent', { handout: id, knowledge: entry.code });
  announce(ctx, 'handouts');
  return { done: true };
}

/** The order, else the call: where its history is read. */
export function subjectOf({ orderId, callId }: About): Subject {
  const id = orderId ?? callId;
  if (id === null) throw new Error('A handout belongs to an order or a call.');
  return { kind: orderId === null ? 'call' : 'order', id };
}

/** Whether the words have been changed since. */
export const digestOfEntry = ({ title, answer, forms, links }: Entry): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([title, answer, forms, links]))
    .digest();

/** Held: two who press at once send no more than one may. */
async function ofOrder(ctx: Context, orderId: string): Promise<Addressee> {
  const order = await orders.lockVisible(ctx, orderId);
  demand(orders.hasRequester(order));
  const phoneEnc = await requesterPhone(ctx, order.id);
  refuseUnless(phoneEnc, 'handouts.no-number');
  return {
    orderId: order.id,
    callId: null,
    before: { orderId: order.id, callId: order.call_id },
    to: { kind: 'requester', orderId: order.id, phoneEnc },
    urgent: false,
  };
}

async function ofCall(ctx: Context, callId: string | undefined): Promise<Addressee> {
  refuseUnless(callId, 'handouts.whom');
  const call = await callOf(ctx, callId);
  refuseUnless(call.number, 'handouts.no-number');
  return {
    orderId: null,
    callId: call.id,
    before: { orderId: null, callId: call.id },
    to: { kind: 'number', number: call.number },
    urgent: call.isOn,
  };
}

async function demandNotTooMany(ctx: Context, about: About, { code }: Entry): Promise<void> {
  const now = ctx.now.getTime();
  const lately = (await handoutsOf(ctx, about, mostADay)).filter(
    ({ sent_at }) => sent_at.getTime() > now - 24 * hourMs,
  );
  refuseUnless(lately.length < mostADay, 'handouts.too-many', { limit: mostADay });
  const again = lately.some(
    ({ entry_code, sent_at }) => entry_code === code && sent_at.getTime() > now - hourMs,
  );
  refuseUnless(!again, 'handouts.sent-already');
}
