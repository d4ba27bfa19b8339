import type { Probe, Probes } from './probe.ts';

const code = 'unpaid-wages';
const onOne: Probe = { request: () => ({ params: { code } }) };
const onOrder = (body?: unknown): Probe => ({
  request: ({ order }) => ({ params: { orderId: order.orderId }, body }),
});

export const mechanismProbes: Probes = {
  'GET /mechanisms': { request: () => ({}) },
  'GET /mechanisms/:code': onOne,
  'GET /mechanisms/:code/orders': onOne,
  'GET /mechanisms/:code/groups/:by': { request: () => ({ params: { code, by: 'project' } }) },
  'GET /mechanisms/:code/joint': onOne,
  'GET /mechanisms/orders/:orderId': onOrder(),
  'POST /mechanisms/orders/:orderId/form': onOrder({ values: {} }),
  'POST /mechanisms/orders/:orderId/objections': onOrder({ reason: '权限测试用的理由。' }),
  'POST /mechanisms/objections/:objectionId/rule': {
    request: ({ order }) => ({
      params: { objectionId: order.orderId },
      body: { upheld: false, ruling: '权限测试用的结论。' },
    }),
  },
};
