import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { inventedPerson } from '../../demo/invented.ts';
import { historyOf, verifyChain } from '../../platform/events.ts';
import { decrypt } from '../../platform/secrets.ts';
import * as orders from '../orders/index.ts';
import { nameOn, ordersOfPhone, requesterPhone } from '../requesters/index.ts';
import { erasePerson } from './erase-person.ts';
import { searchOrders } from './search-orders.ts';

const person = inventedPerson('erased');
const reason = '诉求人书面要求删除';

test(
  'the person and the words are gone, the order and its whole chain stay',
  inCity(async ({ as, ctx, anOrder }) => {
    const { orderId } = await anOrder.inProgress({
      content: '石狮子倒了',
      address: '玄武亭',
      point: { lng: 117.65, lat: 24.5 },
      requester: { kind: 'person', isSelf: true, tags: ['老年人'], ...person },
    });
    const before = await historyOf(ctx, { kind: 'order', id: orderId });
    await as('director').do(erasePerson, { orderId, reason });

    expect(await nameOn(ctx, orderId)).toBe(null);
    expect(await requesterPhone(ctx, orderId)).toBe(null);
    expect(await ordersOfPhone(ctx, person.phone, { limit: 10 })).toEqual([]);
    const kept = await orders.textsOf(ctx, orderId);
    expect(kept.map(({ content }) => content).filter(Boolean)).toEqual([reason]);
    const { rows: salts } = await sql<{ content: string; salt: Buffer | null }>`
      select content, salt from orders.text where order_id = ${orderId}`.execute(ctx.tx);
    for (const { content, salt } of salts) expect(salt === null).toBe(content === '');
    expect((await as('director').do(searchOrders, { q: '石狮子' })).rows).toEqual([]);
    expect(await orders.find(ctx, orderId)).toMatchObject({
      status: 'in-progress',
      lng: null,
      lat: null,
    });
    const { rows } = await sql<{ text_enc: Buffer; unit_code: string | null }>`
      select text_enc, unit_code from notices.message where order_id = ${orderId}`.execute(ctx.tx);
    for (const row of rows)
      expect(decrypt(ctx.keys, row.text_enc) === '').toBe(row.unit_code === null);

    const after = await historyOf(ctx, { kind: 'order', id: orderId });
    expect(verifyChain(after)).toEqual({ ok: true });
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.at(-1)?.type).toBe('orders.person-erased');
  }),
);

test(
  'nobody else erases, and not what they cannot see',
  inCity(async ({ as, anOrder }) => {
    const { id: orderId } = await anOrder.toDispatch();
    for (const who of ['agent', 'dispatcher', 'handler', 'admin'] as const)
      await expect(as(who).do(erasePerson, { orderId, reason })).rejects.toMatchObject({
        code: 'identity.not-permitted',
      });
  }),
);
