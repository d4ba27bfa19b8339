import { isUrgent } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf } from '../../platform/events.ts';
import { notify } from '../notices/index.ts';
import type { Order } from '../orders/index.ts';
import { cityHour } from '../organisation/index.ts';

const toRequester = (order: Order) =>
  ({
    channel: 'sms',
    to: { kind: 'requester', orderId: order.id },
    orderId: order.id,
    urgent: isUrgent(order.urgency),
  }) as const;

/** The requester reads what is asked, until when, and where to answer. */
export async function tellAsked(
  ctx: Context,
  order: Order,
  { question, until }: { question: string; until: Date },
): Promise<void> {
  const { on, time } = cityHour(until, ctx.city.zone);
  await notify(ctx, {
    ...toRequester(order),
    template: 'need-info',
    facts: { order_no: order.order_no, question, due: `${on} ${time}`, link: '/c/' },
  });
}

export async function tellGivenUp(ctx: Context, order: Order): Promise<void> {
  await notify(ctx, {
    ...toRequester(order),
    template: 'need-info-expired',
    facts: { order_no: order.order_no },
  });
}

/** Whoever is on duty at the unit that asked: its clock runs again. */
export async function tellHeard(ctx: Context, order: Order): Promise<void> {
  const events = await historyOf(ctx, { kind: 'order', id: order.id });
  const asked = events.findLast(({ type }) => type === 'handling.info-asked');
  if (typeof asked?.data.unit !== 'string') return;
  const notice = {
    channel: 'sms',
    to: { kind: 'duty', unitCode: asked.data.unit, position: 1 },
    orderId: order.id,
    urgent: isUrgent(order.urgency),
  } as const;
  // 专人专办: the duty post learns no number.
  if (order.secrecy === 3) await notify(ctx, { ...notice, template: 'named-duty-news', facts: {} });
  else
    await notify(ctx, {
      ...notice,
      template: 'supplement-duty',
      facts: { order_no: order.order_no },
    });
}

/** 补充期限随日历变动: the day they were told is another one now. */
export async function tellMoved(ctx: Context, order: Order, until: Date): Promise<void> {
  const { on, time } = cityHour(until, ctx.city.zone);
  await notify(ctx, {
    ...toRequester(order),
    template: 'need-info-moved',
    facts: { order_no: order.order_no, due: `${on} ${time}` },
  });
}
