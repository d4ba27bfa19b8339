import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { manyOrders } from '../../../test/many-orders.ts';
import { rowsScanned } from '../../../test/what-was-read.ts';
import * as orders from '../orders/index.ts';
import { clocks } from './clocks.ts';
import { issuePage } from './issue-page.ts';
import { orderPage } from './order-page.ts';
import { searchOrders } from './search-orders.ts';
import { timeline } from './timeline.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const other = { unitCode: '350600.u7', unitPath: '350600/350600.u7', areaCode: '350600000000' };
const large = [
  'orders.order',
  'orders.text',
  'orders.search',
  'requesters.requester',
  'dispatch.assignment',
];

test(
  'with many orders no page and no search reads them all, and a unit still finds every one of its own',
  inCity(async ({ as, ctx, anOrder }) => {
    const orderId = await anOrder.forCallBack();
    await manyOrders(ctx, 12_000);
    const order = await orders.find(ctx, orderId);
    const readBy = async (read: () => Promise<unknown>) => {
      const before = await rowsScanned(ctx, large);
      await read();
      return (await rowsScanned(ctx, large)) - before;
    };
    const asked = [
      {},
      { q: '路灯' },
      { q: '灯坏' },
      { q: 'w77' },
      { q: '鑫隆养殖场' },
      { q: order?.order_no ?? '' },
      { q: 'w77', status: 'closed' as const },
      { matter: '010105' },
      { unit: '350600.zjj' },
      { closedOn: '2026-03-02' },
      { overdue: 'yes' as const },
      { status: 'to-dispatch' as const },
      { to: '2026-03-01' },
      { overrideSince: '2026-03-01' },
      { asked: 'yes' as const },
      { warning: orderId },
      { issue: order?.issue_id ?? '' },
    ];
    for (const who of [as('director'), as('handler', bureau)]) {
      expect(await readBy(() => who.do(orderPage, { orderId }))).toBe(0);
      expect(await readBy(() => who.do(timeline, { orderId }))).toBe(0);
      expect(await readBy(() => who.do(clocks, { orderId }))).toBe(0);
      const issueId = order?.issue_id ?? '';
      expect(await readBy(() => who.do(issuePage, { issueId }))).toBe(0);
      for (const filters of asked)
        expect([filters, await readBy(() => who.do(searchOrders, filters))]).toEqual([filters, 0]);
    }
    const found = await as('handler', other).do(searchOrders, { q: '工单' });
    expect([found.appeals, found.rows.length, found.next === null]).toEqual([60, 50, false]);
    const { appeals, isCut } = await as('agent').do(searchOrders, { q: '工单' });
    expect([appeals, isCut]).toEqual([1000, true]);
  }),
  60_000,
);
