import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { reassign, sign } from '../../../test/use-cases.ts';
import { historyOf } from '../../platform/events.ts';
import * as dispatch from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { orderThen } from './order-then.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };

test(
  'an order at any instant is the fold of its events, and now it is what its rows say',
  inCity(async ({ as, anOrder, ctx, clock, travelTo, system }) => {
    const key = await anOrder.inProgress();
    const sentAt = clock.now();
    await travelTo(new Date(sentAt.getTime() + 600_000));
    await as('handler', bureau).do(sign, key);
    await travelTo(new Date(sentAt.getTime() + 1_200_000));
    const to = { orderId: key.orderId, lead: '350600.cgj', reason: '职责属城管部门' };
    await as('dispatcher').do(reassign, to);

    const at = (minutes: number) =>
      system.do(async (now) => {
        const until = new Date(sentAt.getTime() + minutes * 60_000);
        return orderThen(await historyOf(now, { kind: 'order', id: key.orderId }, until));
      }, null);
    expect((await at(1)).duties).toEqual([{ unitCode: '350600.zjj', role: 'lead', state: 'sent' }]);
    expect((await at(11)).duties).toMatchObject([{ state: 'signed' }]);
    const last = await at(21);
    const order = await orders.find(ctx, key.orderId);
    const rows = await dispatch.ofOrder(ctx, key.orderId);
    expect(last.status).toBe(order?.status);
    expect(last.urgency).toBe(order?.urgency);
    expect(last.duties).toEqual(
      rows.map(({ unit_code, role, state }) => ({ unitCode: unit_code, role, state })),
    );
    expect(last.duties).toHaveLength(2);
  }),
);
