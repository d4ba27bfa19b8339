import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { newId } from '../../platform/ids.ts';
import { encrypt } from '../../platform/secrets.ts';
import { eraseEveryMessage, eraseMessages } from './erase-messages.ts';
import { insertPosting, putInto } from './inbox.repo.ts';
import { readInbox } from './inbox.ts';

test(
  'what stands in an inbox about an order leaves when the order is destroyed, not when a person asks to be forgotten',
  inCity(async ({ anOrder, as, clock, ctx, system }) => {
    const [{ id: gone }, { id: stays }] = [await anOrder.waiting(), await anOrder.waiting()];
    const accountId = newId(clock.now());
    for (const orderId of [gone, stays])
      await system.do(async (inside) => {
        const id = inside.newId();
        await insertPosting(inside, {
          ...{ id, template: 'dispatched-duty', order_id: orderId, assignment_id: null },
          ...{ unit_code: '350600.zjj', readers: [], account_id: accountId, urgent: false },
          text_enc: encrypt(ctx.keys, '石狮子倒了'),
        });
        await putInto(inside, id, [accountId]);
      }, null);
    const read = async () =>
      (await as('handler', { accountId }).do(readInbox, {})).rows.map(({ text }) => text);
    await system.do(eraseMessages, [gone]);
    expect(await read()).toEqual(['石狮子倒了', '石狮子倒了']);
    await system.do(eraseEveryMessage, [gone]);
    expect(await read()).toEqual(['石狮子倒了', '']);
  }),
);
