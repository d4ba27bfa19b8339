import type { BodyOf } from '@minsheng/contract/public/exchange.ts';
import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import {
  applyAppeal,
  checkTransfer,
  heardBySender,
  type Incoming,
  nothingOpened,
  registerAdapter,
  tellOfAppeal,
} from '../exchange/index.ts';
import * as orders from '../orders/index.ts';
import { cityHour } from '../organisation/index.ts';
import { propose } from '../supervision/index.ts';
import { text } from './text.ts';

/**
 * 上级平台适配器: we are the lower side. Their order becomes ours with their number and their due time; taken, worked on and
 * done go up; their urging and their supervision come down.
 */
registerAdapter({
  name: 'province',
  label: text.province,
  takes: ['transfer', 'supplement', 'urge', 'supervise', 'withdraw'],
  check: checkTransfer,
  apply: async (ctx, incoming) => {
    const { said } = incoming;
    if (said.kind !== 'supervise') return applyAppeal(ctx, incoming, 'api');
    if (incoming.case) await supervised(ctx, incoming.case.order_id, incoming, said.body);
    return nothingOpened;
  },
  hears: heardBySender,
  outward: tellOfAppeal,
});

/** 上级督办: proposed here with their words; whoever supervises decides by which level and means. */
async function supervised(
  ctx: Context,
  orderId: string,
  { peer }: Incoming,
  { words, answerBy }: BodyOf<'supervise'>,
): Promise<void> {
  const order = await orders.lock(ctx, orderId);
  const by = answerBy && cityHour(new Date(answerBy), ctx.city.zone);
  const content = text.supervised(peer.name, words, by ? `${by.on} ${by.time}` : null);
  await orders.addText(ctx, orderId, { kind: 'note', content });
  await propose(ctx, order, 'upper');
  announce(ctx, `desk:${order.status}`);
}
