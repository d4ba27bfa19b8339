import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { manyOrders } from '../../../test/many-orders.ts';
import { rowsScanned } from '../../../test/what-was-read.ts';
import { listEffectOrders, readEffect } from './effect.ts';
import { makeOrderOfTip } from './end-tip.ts';
import { enterTip } from './enter-tip.ts';
import { lamp } from './example-media.ts';
import { listTopics } from './topics.ts';

test(
  'among many orders those that came as tips are found by their tips, not by reading all orders',
  inCity(async ({ ctx, as }) => {
    await manyOrders(ctx, 12_000);
    const editor = as('media-editor');
    const { tipId } = await editor.do(enterTip, lamp);
    await editor.do(makeOrderOfTip, { tipId, words: '' });
    const before = await rowsScanned(ctx, ['orders.order']);
    const period = { from: '2026-01-01', until: '2026-03-31' };
    const { orders } = await editor.do(readEffect, period);
    expect(orders.all).toBe(1);
    expect((await editor.do(listEffectOrders, { ...period, box: 'all' })).rows).toHaveLength(1);
    await editor.do(listTopics, { kind: 'order' });
    expect((await rowsScanned(ctx, ['orders.order'])) - before).toBe(0);
  }),
  60_000,
);
