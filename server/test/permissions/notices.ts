import type { Probes } from './probe.ts';

const messageId = '00000000-0000-7000-8000-000000000000';

/** 通知: who may look, who may act. What is asked about is nowhere, so that nothing is sent. */
export const noticeProbes: Probes = {
  'GET /notices/troubled': { request: () => ({}) },
  'GET /notices/held': { request: () => ({}) },
  'GET /notices/rules': { request: () => ({}) },
  'GET /notices/tally': { request: () => ({}) },
  'GET /inbox': { request: () => ({}) },
  'GET /inbox/count': { request: () => ({}) },
  'POST /inbox/:postingId/read': {
    request: () => ({ params: { postingId: messageId }, body: {} }),
  },
  'POST /inbox/read': { request: () => ({ body: { upTo: messageId } }) },
  'POST /notices/:messageId/resend': { request: () => ({ params: { messageId }, body: {} }) },
  'POST /notices/:messageId/drop': {
    request: () => ({ params: { messageId }, body: { reason: '已经电话告知' } }),
  },
  'POST /notices/receipts/sms': { request: () => ({ body: {} }) },
};
