import type { SmsOutcome } from '@minsheng/contract/words/call-back.ts';
import type { MessageName } from '../../city/index.ts';
import type { Context } from '../../platform/context.ts';
import type { IncomingSms } from '../../ports/sms/index.ts';
import { hasHeardToday, keepIncoming, lastOrderTold, notify } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import { ordersOfPhone } from '../requesters/index.ts';
import { rate, whyNotRateable } from './rate.ts';
import { orderNoIn, readRating } from './read-rating.ts';

/** Messages that ask for a rating, or follow one that did. */
const asking = ['replied', 'answered', 'closed'] as const satisfies readonly MessageName[];

/** Whoever has more appeals than this names the order. */
const mostOrders = 50;

/**
 * 短信评价: the order named in the text, otherwise the one last written about to this number, and only if the number is
 * its requester's. Everything gets one polite answer; the same answer to the same number once a day, so that two
 * machines never write to each other for ever.
 */
export async function hearSms(ctx: Context, sms: IncomingSms): Promise<SmsOutcome> {
  const order = await orderMeant(ctx, sms);
  const outcome = order ? await rateBySms(ctx, order, sms.text) : 'no-order';

  const isTold = outcome !== 'rated' && (await hasHeardToday(ctx, sms.from, outcome));
  await keepIncoming(ctx, sms, { orderId: order?.id ?? null, outcome });
  if (!isTold) await answerBack(ctx, order, { sms, outcome });
  return outcome;
}

async function orderMeant(ctx: Context, sms: IncomingSms): Promise<orders.Order | null> {
  const own = await ordersOfPhone(ctx, sms.from, { limit: mostOrders });
  const named = orderNoIn(sms.text);
  const id = named
    ? (await orders.findByNo(ctx, named))?.id
    : await lastOrderTold(ctx, own, asking);
  return id && own.includes(id) ? orders.lock(ctx, id) : null;
}

/** The same use case as the page's, by the requester; a refusal becomes words. */
async function rateBySms(outside: Context, order: orders.Order, text: string): Promise<SmsOutcome> {
  const actor = { ...outside.actor, kind: 'citizen' as const, accountId: null, orderId: order.id };
  const ctx = { ...outside, actor };
  const why = await whyNotRateable(ctx, order);
  if (why) return why === 'public.not-rateable' ? 'not-rateable' : 'already-rated';
  const answers = readRating(text);
  if (!answers) return 'unclear';
  await rate(ctx, order, { ...answers, channel: 'sms' });
  return 'rated';
}

const templates = {
  rated: 'rating-received',
  unclear: 'rating-unclear',
  'not-rateable': 'rating-not-open',
  'already-rated': 'rating-twice',
} as const satisfies Record<Exclude<SmsOutcome, 'no-order'>, MessageName>;

async function answerBack(
  ctx: Context,
  order: orders.Order | null,
  { sms, outcome }: { sms: IncomingSms; outcome: SmsOutcome },
): Promise<void> {
  const way = { channel: 'sms', urgent: true } as const;
  if (!order || outcome === 'no-order') {
    const to = { kind: 'number', number: sms.from } as const;
    return notify(ctx, { ...way, template: 'sms-no-order', to, facts: {} });
  }
  return notify(ctx, {
    ...way,
    template: templates[outcome],
    to: { kind: 'requester', orderId: order.id },
    orderId: order.id,
    facts: { order_no: order.order_no, link: '/c/' },
  });
}
