import type { Probes } from './probe.ts';

const messageId = '00000000-0000-7000-8000-000000000000';
const code = 'none-such';

/** 数据对接: who may look, who may act. What is asked about is nowhere, so that nothing is changed. */
export const exchangeProbes: Probes = {
  'GET /exchange/peers': { request: () => ({}) },
  'POST /exchange/peers': {
    request: () => ({
      body: {
        code,
        name: '示例对接方',
        adapter: 'none',
        baseUrl: 'https://example.org/api',
        ownCode: 'minsheng-test',
        scheme: 'hmac-sha256',
      },
    }),
  },
  'POST /exchange/peers/:code': { request: () => ({ params: { code }, body: {} }) },
  'POST /exchange/peers/:code/send-now': { request: () => ({ params: { code }, body: {} }) },
  'GET /exchange/messages': { request: () => ({ query: { box: 'dead' } }) },
  'GET /exchange/messages/:messageId': { request: () => ({ params: { messageId } }) },
  'POST /exchange/messages/:messageId/replay': {
    request: () => ({ params: { messageId }, body: {} }),
  },
  'POST /exchange/messages/:messageId/dismiss': {
    request: () => ({ params: { messageId }, body: { reason: '不再需要。' } }),
  },
  'GET /exchange/code-maps': { request: () => ({}) },
  'GET /exchange/unmapped-codes': { request: () => ({}) },
  'POST /exchange/unmapped-codes/:codeId/put-aside': {
    request: () => ({ params: { codeId: messageId }, body: { reason: '不再使用。' } }),
  },
  'POST /exchange/code-maps': {
    request: () => ({ body: { net: code, kind: 'type', theirs: '01', ours: 'QZ' } }),
  },
  'POST /exchange/messages/:messageId/map-code': {
    request: () => ({ params: { messageId }, body: { kind: 'type', code: '01', means: 'QZ' } }),
  },
  'GET /exchange/reconciliations': { request: () => ({}) },
  'POST /exchange/reconciliations': {
    request: () => ({ body: { peer: code, day: '2026-01-02' } }),
  },
};
