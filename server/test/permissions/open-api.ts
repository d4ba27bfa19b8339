import type { Probes } from './probe.ts';

const someId = '00000000-0000-7000-8000-000000000000';

/** 开放接口: known by a key alone, so nobody's session opens it; what a key may do is tried in the module's own tests. */
const routes = [
  'GET /open/v1/duties',
  'GET /open/v1/duties/:orderId/:assignmentId',
  'POST /open/v1/duties/:orderId/:assignmentId/sign',
  'POST /open/v1/duties/:orderId/:assignmentId/contact',
  'POST /open/v1/duties/:orderId/:assignmentId/arrive',
  'POST /open/v1/duties/:orderId/:assignmentId/progress',
  'POST /open/v1/duties/:orderId/:assignmentId/stage-report',
  'POST /open/v1/duties/:orderId/:assignmentId/ask-info',
  'POST /open/v1/duties/:orderId/:assignmentId/submit',
  'POST /open/v1/duties/:orderId/:assignmentId/ask-return',
  'POST /open/v1/files',
  'GET /open/v1/files/:fileId',
  'GET /open/v1/changes',
  'GET /open/v1/hooks',
  'POST /open/v1/hooks',
  'POST /open/v1/hooks/:hookId/end',
  'POST /open/v1/exports',
  'GET /open/v1/exports/:exportId',
  'GET /open/v1/exports/:exportId/parts/:no',
  'GET /open/v1/openapi.json',
] as const;

const params = { accountId: someId, hookId: someId };

export const openApiProbes: Probes = {
  ...Object.fromEntries(routes.map((route) => [route, { request: () => ({}) }])),
  'GET /accounts/:accountId/hooks': { request: () => ({ params }) },
  'POST /accounts/:accountId/hooks/:hookId/end': { request: () => ({ params, body: {} }) },
};
