import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import type { Context } from '../../platform/context.ts';
import { notify } from '../notices/index.ts';
import { orderNotices } from './order-notices.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };

test(
  'the centre reads what went out about an order and what became of it, a unit what went to itself',
  inCity(async ({ as, anOrder, drain, system }) => {
    const { orderId } = await anOrder.inProgress();
    const tellRequester = (ctx: Context) =>
      notify(ctx, {
        template: 'closed',
        channel: 'sms',
        to: { kind: 'number', number: inventedPhoneOf('requester') },
        orderId,
        facts: { order_no: '350600-20260302-000001' },
        urgent: true,
      });
    await system.do(tellRequester, null);
    await drain();
    const { rows } = await as('dispatcher').do(orderNotices, { orderId });
    const units = rows.map(({ unitName }) => unitName);
    expect(units).toContain(null);
    expect(units).toContain('漳州市住房和城乡建设局');
    expect(rows.filter(({ unitName }) => unitName !== null)).toMatchObject([{ state: 'sent' }]);
    const own = await as('handler', bureau).do(orderNotices, { orderId });
    expect(own.rows.map(({ unitName }) => unitName)).toEqual(['漳州市住房和城乡建设局']);
  }),
);
