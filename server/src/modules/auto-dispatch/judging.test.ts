import { expect, test } from 'vitest';
import {
  aloneInCity,
  anOrdinary,
  bureau,
  lamps,
  proposalOf,
} from '../../../test/auto-dispatch-kit.ts';
import { reassign, send, withdrawFor } from '../../../test/use-cases.ts';
import { judgeOrder } from './judge-order.ts';
import { readPage } from './read-page.ts';
import { trustOf } from './trust.repo.ts';

test(
  'what a person sent and closed counts for the matter; the lead changed later puts it right in its place',
  aloneInCity(async (kit) => {
    const order = await anOrdinary(kit);
    await kit.drain();
    const units = { lead: bureau, assists: [], linkage: [], copies: [], note: '' };
    await kit.as('dispatcher').do(send, { orderId: order.id, ...units });
    await kit.drain();
    expect((await proposalOf(kit.ctx, order.id))?.verdict).toBeNull();

    const month = new Date(kit.clock.now().getTime() + 31 * 86_400_000);
    await kit.travelTo(month);
    await kit.system.do((ctx) => judgeOrder(ctx, order.id, { isLast: true }), null);
    expect(await trustOf(kit.ctx, lamps)).toEqual({
      judged: 1,
      firstRight: 1,
      sure: 1,
      sureRight: 1,
    });

    const other = { orderId: order.id, lead: '350600.cgj', reason: '职责不符' };
    await kit.as('dispatcher').do(reassign, other);
    await kit.drain();
    expect(await trustOf(kit.ctx, lamps)).toEqual({
      judged: 1,
      firstRight: 0,
      sure: 1,
      sureRight: 0,
    });
    expect(await proposalOf(kit.ctx, order.id)).toMatchObject({
      verdict: 'wrong',
      is_right: false,
    });
    const page = await kit.as('director').do(readPage, null);
    expect(page.weeks).toHaveLength(1);
    expect(page.weeks[0]).toMatchObject({ sureEnded: { right: 0, of: 1 } });
  }),
);

test(
  'a withdrawn order counts for nothing',
  aloneInCity(async (kit) => {
    const order = await anOrdinary(kit);
    await kit.drain();
    await kit.as('agent').do(withdrawFor, { orderId: order.id, reason: '已经解决' });
    await kit.drain();
    expect((await proposalOf(kit.ctx, order.id))?.verdict).toBe('none');
    expect((await trustOf(kit.ctx, lamps)).judged).toBe(0);
  }),
);
