import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { manyOrders } from '../../../test/many-orders.ts';
import { rowsScanned } from '../../../test/what-was-read.ts';
import { ordersRunningPast } from './assignments.repo.ts';

test(
  'among forty thousand duties that are over nobody reads them all to find those that run',
  inCity(async ({ ctx, anOrder }) => {
    const { orderId } = await anOrder.inProgress();
    await manyOrders(ctx, 40_000);
    const scanned = () => rowsScanned(ctx, ['dispatch.assignment']);
    const before = await scanned();
    const past = new Date('2026-03-04T00:00:00+08:00');
    expect(await ordersRunningPast(ctx, { past, after: null, limit: 50 })).toEqual([orderId]);
    expect((await scanned()) - before).toBe(0);
  }),
  60_000,
);
