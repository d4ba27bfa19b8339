import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { manyOrders } from '../../../test/many-orders.ts';
import { rowsScanned } from '../../../test/what-was-read.ts';
import { appealsByWeek } from './appeals.repo.ts';

test(
  'among many orders the appeals on a matter are found by its index, not by reading all orders',
  inCity(async ({ ctx }) => {
    await manyOrders(ctx, 12_000);
    const about = { matterCode: '010105', areaCode: '350600' };
    const from = new Date('2026-01-01T00:00:00Z');
    const span = { from, to: new Date('2026-03-09T00:00:00Z'), weeksFrom: from };
    const before = await rowsScanned(ctx, ['orders.order']);
    const { weeks, isCut } = await appealsByWeek(ctx, about, span);
    expect((await rowsScanned(ctx, ['orders.order'])) - before).toBe(0);
    expect(weeks.reduce((sum, { appeals }) => sum + appeals, 0)).toBe(1333);
    expect(isCut).toBe(false);
  }),
  60_000,
);
