import type { Probes } from './probe.ts';

/** With a form. */
const code = 'ZZ-0802-01';

export const handoutProbes: Probes = {
  'POST /handouts': {
    stage: 'working',
    request: ({ order }) => ({ body: { code, orderId: order.orderId } }),
  },
  'GET /orders/:orderId/handouts': {
    stage: 'working',
    request: ({ order }) => ({ params: { orderId: order.orderId } }),
  },
  'GET /calls/:callId/handouts': {
    request: ({ fixtures }) => ({ params: { callId: fixtures.agentsCall } }),
  },
  'POST /public/handouts/open': { request: () => ({ body: { token: 'A'.repeat(43) } }) },
  'GET /public/answers/:code/forms/:no': { request: () => ({ params: { code, no: '1' } }) },
};
