import { describe, expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import type { Context } from '../../platform/context.ts';
import type * as orders from '../orders/index.ts';
import { dayBefore, endMessage, protocolDay } from './messages.repo.ts';
import { addPeer } from './peers.ts';
import { openCase, queueMessage } from './queue-message.ts';
import { readMessage } from './read-messages.ts';
import { daysToReconcile, saveReconciliation } from './reconciliations.repo.ts';
import './webhook-adapter.ts';

const peer = 'city-k';

const aPeer = (ctx: Context) =>
  addPeer(ctx, {
    code: peer,
    name: '示例市平台',
    adapter: 'webhook',
    baseUrl: 'https://example.org/api',
    ownCode: 'minsheng-zz',
    scheme: 'hmac-sha256',
    secret: 'a secret of sixteen',
    perMinute: 60,
  });

async function aMessage(ctx: Context, order: orders.Order): Promise<string> {
  await aPeer(ctx);
  const { id, order_no } = order;
  const about = await openCase(ctx, { peer, orderId: id, orderNo: order_no, heardSeq: 0 });
  return queueMessage(ctx, about.id, { kind: 'supplement', body: { words: '补充一句。' } });
}

describe('the words of a message', () => {
  test(
    'about a secret order are for those alone who may see that order',
    inCity(async ({ ctx, as, anOrder }) => {
      const messageId = await aMessage(ctx, await anOrder.toDispatch({ secrecy: 3 }));
      const has = (may: string) => may === 'exchange.read' || may === 'orders.read';
      expect((await as('director', { has }).do(readMessage, { messageId })).body).toBeNull();
      expect((await as('shift-lead').do(readMessage, { messageId })).body).toContain('补充一句。');
      expect((await as('admin').do(readMessage, { messageId })).body).toBeNull();
    }),
  );
});

describe('a day is compared again', () => {
  test(
    'while something of it is on its way, and when it was never compared, with or without messages',
    inCity(async ({ ctx, anOrder }) => {
      const messageId = await aMessage(ctx, await anOrder.toDispatch());
      const to = protocolDay(ctx.now);
      const from = dayBefore(to);
      const due = () => daysToReconcile(ctx, { peer, from, to });
      expect(await due()).toEqual([from, to]);
      const none = { sent: 0, received: 0, closed: 0, mismatches: [] };
      for (const day of [from, to])
        await saveReconciliation(ctx, { peer, day, state: 'compared', ...none });
      expect(await due()).toEqual([to]);
      await endMessage(ctx, messageId, { state: 'delivered' });
      expect(await due()).toEqual([]);
    }),
  );
});
