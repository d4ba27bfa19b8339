import type { Probes } from './probe.ts';

const nowhere = '00000000-0000-7000-8000-000000000000';
const params = { shareId: nowhere };
const reason = '权限测试';

/** 数据共享: what is asked about is nowhere, so that nothing is changed. */
export const sharingProbes: Probes = {
  'GET /sharing': { request: () => ({}) },
  'POST /sharing': {
    request: () => ({
      body: { peer: 'none-such', direction: 'out', purpose: reason, fields: ['orderNo'], days: 30 },
    }),
  },
  'GET /sharing/:shareId': { request: () => ({ params }) },
  'POST /sharing/:shareId/approve': { request: () => ({ params, body: {} }) },
  'POST /sharing/:shareId/refuse': { request: () => ({ params, body: { reason } }) },
  'POST /sharing/:shareId/revoke': { request: () => ({ params, body: { reason } }) },
  'POST /sharing/:shareId/fetch': { request: () => ({ params }) },
  'GET /sharing/batches/:batchId': { request: () => ({ params: { batchId: nowhere } }) },
  'GET /sharing/orders/:orderId': {
    request: ({ order }) => ({ params: { orderId: order.orderId } }),
  },
};
