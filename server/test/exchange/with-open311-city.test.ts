import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventedPhoneOf } from '../../src/demo/invented.ts';
import * as orders from '../../src/modules/orders/index.ts';
import { systemActor } from '../../src/platform/actor.ts';
import type { Context } from '../../src/platform/context.ts';
import type { TestServer } from '../../src/platform/testing/test-server.ts';
import { transact } from '../../src/platform/transact.ts';
import { testServer } from '../kit.ts';
import { machineKey } from '../machine-key.ts';
import { acceptWaiting, createOrder, send } from '../use-cases.ts';
import { otherSide } from './other-side.ts';
import { registerPeer } from './peer-kit.ts';

/** Both sides are ours: one hands out, the other is the city it hands to. */
let here: TestServer;
let there: TestServer;

beforeAll(async () => {
  [here, there] = await Promise.all([testServer(), testServer()]);
  await registerPeer(
    here,
    { ...otherSide('next-city'), secret: await machineKey(there) },
    {
      adapter: 'open311',
      unit_code: '350602.zjj',
      base_url: `${there.url}/api/open311/v2`,
    },
  );
});
afterAll(async () => {
  await here.stop();
  await there.stop();
});

const at = <T>(server: TestServer, work: (ctx: Context) => Promise<T>) =>
  transact(server.runtime, systemActor, work);
const words = async (server: TestServer, orderId: string) =>
  at(server, (ctx) => orders.textsOf(ctx, orderId));

const lamp = {
  type: 'QZ',
  matterCode: '010105',
  areaCode: '350602001000',
  fields: { road_name: '示例路', lamp_problem: 'off' },
} as const;

test('an order handed out is an order over there, with a number at once and without the requester, and is closed here by theirs', async () => {
  const phone = inventedPhoneOf('two-cities');
  const { orderId } = await at(here, (ctx) =>
    createOrder(ctx, {
      ...lamp,
      content: `示例路口的路灯坏了三天,晚上很暗。我的电话是${phone}。`,
      address: '示例路口',
      fileIds: [],
      anonymous: false,
      secrecy: 0,
      needsReply: true,
      needsCallBack: true,
      requester: { kind: 'person', isSelf: true, tags: [], phone },
      result: 'dispatch',
    }),
  );
  const to = { lead: '350602.zjj', linkage: [], assists: [], copies: [], note: '' };
  await at(here, (ctx) => send(ctx, { orderId, ...to }));
  await here.advance(3);
  const notes = JSON.stringify(await words(here, orderId));
  const theirNo = /对方编号 ([0-9-]+)/.exec(notes)?.[1] ?? '';
  const theirs = await at(there, (ctx) => orders.findByNo(ctx, theirNo));
  const theirId = theirs?.id ?? '';
  expect(theirs).toMatchObject({ matter_code: '010105', channel: 'api', status: 'to-accept' });
  const said = JSON.stringify(await words(there, theirId));
  expect(said).toContain('示例路口');
  expect(said).not.toContain(phone);
  await at(there, (ctx) =>
    acceptWaiting(ctx, { ...lamp, orderId: theirId, result: 'answer', answer: '路灯已修好。' }),
  );
  await here.advance(3);
  // What their answer says is between them and whoever asked: GeoReport says only that it is closed.
  expect(JSON.stringify(await words(here, orderId))).toContain('没有写明办理情况');
});
