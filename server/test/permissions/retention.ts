import { insertHold } from '../../src/modules/retention/holds.repo.ts';
import { insertList } from '../../src/modules/retention/lists.repo.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Doing, TestOrder } from './objects.ts';
import type { Probe, Probes, Retention } from './probe.ts';

const reason = '权限测试用的一段理由';
const digest = '00'.repeat(32);

/** A hold somebody else set, and a list that waits for each of its two signatures. */
export async function makeRetention(doing: Doing, order: TestOrder): Promise<Retention> {
  const list = (month: string, isSigned: boolean) =>
    doing.system(async (ctx) => {
      const id = ctx.newId();
      await insertList(ctx, {
        ...{ id, class_code: 'order-other', class_name: '权限测试', kind: 'order', years: 10 },
        ...{ basis: '权限测试', month, closed_before: ctx.now, orders: 1, held: 0 },
        ...{ oldest_at: ctx.now, newest_at: ctx.now, digest: Buffer.from(digest, 'hex') },
        ...{ proposed_at: ctx.now, state: isSigned ? 'signed' : 'proposed' },
        ...(isSigned && { signed_by: newId(ctx.now), signed_at: ctx.now }),
      });
      return id;
    });
  const hold = await doing.system(async (ctx) => {
    const id = ctx.newId();
    await insertHold(ctx, {
      ...{ id, target: 'order', order_id: order.orderId, ground: 'internal', reason },
      ...{ from_whom: '权限测试', set_by: newId(ctx.now), set_at: ctx.now },
    });
    return id;
  });
  return { hold, proposed: await list('2010-01', false), signed: await list('2010-02', true) };
}

const onList = (which: 'proposed' | 'signed', body?: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { listId: fixtures.retention[which] }, body }),
});

export const retentionProbes: Probes = {
  'GET /retention/classes': { request: () => ({}) },
  'GET /retention/holds': { request: () => ({}) },
  'POST /retention/holds': {
    stage: 'to-dispatch',
    request: ({ order }) => ({
      body: {
        ...{ orderNo: order.orderNo, target: 'order', ground: 'internal', reason },
        ...{ fromWhom: '权限测试', untilOn: null },
      },
    }),
  },
  'POST /retention/holds/:holdId/lift': {
    request: ({ fixtures }) => ({ params: { holdId: fixtures.retention.hold }, body: { reason } }),
  },
  'GET /retention/lists': { request: () => ({}) },
  'GET /retention/lists/:listId': onList('proposed'),
  'POST /retention/lists/export': {
    request: ({ fixtures }) => ({
      body: { listId: fixtures.retention.proposed, part: 1, purpose: '权限测试' },
    }),
  },
  'POST /retention/lists/:listId/sign': onList('proposed', { digest }),
  'POST /retention/lists/:listId/secure': onList('signed', { digest }),
  'POST /retention/lists/:listId/refuse': onList('proposed', { reason }),
};
