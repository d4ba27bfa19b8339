import { askGuest } from '../../src/modules/emergency/guests.ts';
import { openMode } from '../../src/modules/emergency/modes.ts';
import type { Doing } from './objects.ts';
import type { Emergency, Probe, Probes } from './probe.ts';

const words = { name: '权限测试', reason: '权限测试' };
const where = { areaCode: '350600000000', groupCode: 'typhoon' };
const guest = { name: '某助理', centre: '某市热线', hours: 4 };

export async function makeEmergency(doing: Doing): Promise<Emergency> {
  const { modeId } = await doing.system((ctx) => openMode(ctx, { ...words, ...where }));
  const { guestId } = await doing.system((ctx) => askGuest(ctx, { modeId, ...guest }));
  return { mode: modeId, guest: guestId };
}

const onMode = (body?: unknown): Probe => ({
  request: ({ fixtures }) => ({ params: { modeId: fixtures.emergency.mode }, body }),
});
const onGuest: Probe = {
  request: ({ fixtures }) => ({ params: { guestId: fixtures.emergency.guest } }),
};

export const emergencyProbes: Probes = {
  'GET /emergency/groups': { request: () => ({}) },
  'POST /emergency/groups/:code': {
    request: () => ({
      params: { code: 'try' },
      body: { name: '权限测试', kind: 'drill', units: ['350600.yjj'] },
    }),
  },
  'GET /emergency/modes': { request: () => ({}) },
  'POST /emergency/modes': {
    request: () => ({ body: { ...words, ...where, groupCode: 'health' } }),
  },
  'POST /emergency/modes/:modeId/end': onMode({ summary: '权限测试用的一段总结文字。' }),
  'GET /emergency/modes/:modeId/board': onMode(),
  'GET /emergency/modes/:modeId/candidates': onMode(),
  'GET /emergency/modes/:modeId/guests': onMode(),
  'POST /emergency/modes/:modeId/guests': onMode(guest),
  'POST /emergency/guests/:guestId/approve': onGuest,
  'POST /emergency/guests/:guestId/end': onGuest,
  'POST /emergency/modes/:modeId/send': {
    stage: 'to-dispatch',
    request: ({ fixtures, order }) => ({
      params: { modeId: fixtures.emergency.mode },
      body: { orderIds: [order.orderId] },
    }),
  },
  'GET /emergency/orders/:orderId': {
    request: ({ order }) => ({ params: { orderId: order.orderId } }),
  },
};
