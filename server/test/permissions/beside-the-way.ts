import { openCheck } from '../../src/modules/guidance/ask-check.ts';
import { mergeOrders } from '../../src/modules/merging/merge-orders.ts';
import * as orders from '../../src/modules/orders/index.ts';
import type { Doing, Kind, TestOrder } from './objects.ts';
import { nothing, onOrder, type Probes } from './probe.ts';

const reason = '权限测试的一段话';

/** 已告知: a second person is to look at it. */
export const guided = (doing: Doing, { orderId }: TestOrder): Promise<void> =>
  doing.system(async (ctx) =>
    openCheck(ctx, await orders.lock(ctx, orderId), { why: 'not-clear', reason: null, checks: [] }),
  );

/** 一并办理 with another one like it; what only named readers see is never handled with others. */
export async function merged(
  doing: Doing,
  kind: Kind,
  member: TestOrder,
  another: () => Promise<TestOrder>,
): Promise<void> {
  if (kind === 'secret' || kind === 'named') return;
  const { orderId } = await another();
  await doing.system((ctx) => mergeOrders(ctx, { orderId, orderIds: [member.orderId], reason }));
}

export const besideProbes: Probes = {
  'GET /guidance/checks': nothing,
  'GET /guidance/:orderId': onOrder('guided'),
  'POST /guidance/:orderId/ask': onOrder('guided', { why: 'requested', reason }),
  'POST /guidance/:orderId/decide': onOrder('guided', { upheld: true, words: reason }),
  'POST /merging/:orderId/members': {
    stage: 'to-dispatch',
    request: ({ order, fixtures }) => ({
      params: { orderId: order.orderId },
      body: { orderIds: [fixtures.companion.orderId], reason },
    }),
  },
  'POST /merging/:orderId/unmerge': onOrder('merged', { reason }),
  'GET /merging/:orderId': onOrder('working'),
};
