import * as orders from '../../src/modules/orders/index.ts';
import { propose } from '../../src/modules/supervision/propose.ts';
import { supervise } from '../../src/modules/supervision/supervise.ts';
import { change, supervisionsOf } from '../../src/modules/supervision/supervisions.repo.ts';
import type { Doing, Stage, TestOrder } from './objects.ts';
import { namesOrder, onOrder, type Probe, type Probes } from './probe.ts';
import { sheetNames } from './sheet-names.ts';

const words = '权限测试,请尽快办理。';
const given = { level: 'S2', instrument: 'notice', reason: words, demands: words } as const;
const proposedStage = 'supervision-proposed';

/** Its first supervision: proposed, given, or answered by whoever holds it. */
export async function supervised(doing: Doing, order: TestOrder, stage: Stage): Promise<void> {
  const { orderId } = order;
  if (stage === proposedStage)
    return doing.system(async (ctx) => propose(ctx, await orders.lock(ctx, orderId), 'raised'));
  await doing.system(async (ctx) => {
    const { secrecy } = await orders.lock(ctx, orderId);
    // 专人专办: nothing is written down for others.
    const instrument = secrecy === 3 ? ('message' as const) : given.instrument;
    return supervise(ctx, { orderId, ...given, instrument });
  });
  if (stage !== 'supervision-answered') return;
  await doing.system(async (ctx) => {
    const [one] = await supervisionsOf(ctx, orderId);
    if (one) await change(ctx, one, { state: 'answered' });
  });
}

const on = (stage: Stage): Probe => ({
  stage,
  request: ({ order }) => ({ params: { orderId: order.orderId, no: '1' }, body: { words } }),
});

export const supervisionProbes: Probes = {
  'GET /supervision/levels': { request: () => ({}) },
  'GET /supervision': {
    stage: 'supervised',
    request: () => ({ query: { box: 'open' } }),
    shows: namesOrder,
  },
  'POST /supervision/export': {
    stage: 'supervised',
    request: () => ({ body: { box: 'open', purpose: '权限测试' } }),
    shows: (bytes, { order }) => sheetNames(bytes, order.orderNo),
  },
  'GET /supervision/orders/:orderId': onOrder('supervised'),
  'POST /supervision/orders/:orderId/urge': onOrder('working', {}),
  'POST /supervision/urge-many': {
    stage: 'working',
    request: ({ order }) => ({ body: { orderIds: [order.orderId] } }),
  },
  'POST /supervision/orders/:orderId/supervise': {
    stage: 'working',
    request: ({ order, person }) => ({
      params: { orderId: order.orderId },
      // 县区分中心 asks through the system; letters go out in the city's name.
      body: { ...given, ...(person.name === 'county-dispatcher' && { instrument: 'message' }) },
    }),
  },
  'POST /supervision/orders/:orderId/:no/dismiss': on(proposedStage),
  'POST /supervision/orders/:orderId/:no/answer': on('supervised'),
  'POST /supervision/orders/:orderId/:no/send-back': on('supervision-answered'),
  'POST /supervision/orders/:orderId/:no/close': on('supervision-answered'),
};
