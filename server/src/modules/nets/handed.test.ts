import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Listening,
  listen,
  otherSide,
  receiptFor,
} from '../../../test/exchange/other-side.ts';
import { registerPeer } from '../../../test/exchange/peer-kit.ts';
import { testServer } from '../../../test/kit.ts';
import { changePeer, createOrder, send } from '../../../test/use-cases.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { handledJobs } from '../../platform/jobs.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import { transact } from '../../platform/transact.ts';
import { ofOrder } from '../dispatch/index.ts';

const [wide, near] = [otherSide('county-wide'), otherSide('bureau-near')];
let server: TestServer;
let county: Listening;
let bureau: Listening;

beforeAll(async () => {
  server = await testServer();
  [county, bureau] = await Promise.all([listen(wide, receiptFor), listen(near, receiptFor)]);
  const of = (peer: Listening, unit_code: string) =>
    ({ adapter: 'county', net: 'county', unit_code, base_url: peer.url }) as const;
  await registerPeer(server, wide, of(county, '350602'));
  await registerPeer(server, near, of(bureau, '350602.zjj'));
});
afterAll(async () => {
  await Promise.all([county.stop(), bureau.stop()]);
  await server.stop();
});

const asSystem = <T>(work: (ctx: Context) => Promise<T>) =>
  transact(server.runtime, systemActor, work);

async function lampFor(lead: string): Promise<string> {
  const { orderId } = await asSystem((ctx) =>
    createOrder(ctx, {
      content: '示例路口的路灯坏了三天,晚上很暗。',
      type: 'QZ',
      matterCode: '010105',
      areaCode: '350602001000',
      address: '示例路口',
      fields: { road_name: '示例路', lamp_problem: 'off' },
      fileIds: [],
      anonymous: true,
      secrecy: 0,
      needsReply: false,
      needsCallBack: false,
      requester: { kind: 'person', isSelf: true, tags: [] },
      result: 'dispatch',
    }),
  );
  const to = { lead, linkage: [], assists: [], copies: [], note: '' };
  await asSystem((ctx) => send(ctx, { orderId, ...to }));
  return orderId;
}

/** Kinds of what a system was told since last time. */
async function told(peer: Listening): Promise<unknown[]> {
  await server.advance(1);
  return peer.arrived.splice(0).map(({ message }) => message.kind);
}
const switched = (isOn: boolean) => asSystem((ctx) => changePeer(ctx, { code: wide.code, isOn }));

test('what a unit was given while its system was off goes over when it is on again, once', async () => {
  await switched(false);
  await lampFor('350602.cgj');
  expect(await told(county)).toEqual([]);
  await switched(true);
  expect(await told(county)).toEqual(['transfer']);
  await switched(false);
  await switched(true);
  expect(await told(county)).toEqual([]);
});

test('of two systems that lie within each other the nearest gets the duty', async () => {
  await lampFor('350602.zjj');
  expect([await told(bureau), await told(county)]).toEqual([['transfer'], []]);
});

test('a job that runs twice tells of a duty once', async () => {
  const orderId = await lampFor('350602.cgj');
  expect(await told(county)).toEqual(['transfer']);
  await asSystem(async (ctx) => {
    const [duty] = await ofOrder(ctx, orderId);
    await handledJobs().get('nets:hand-down')?.(ctx, {
      type: 'dispatch.assigned',
      kind: 'order',
      id: orderId,
      seq: 1,
      at: ctx.now.toISOString(),
      actorKind: 'system',
      actorId: null,
      unitCode: null,
      data: { assignment: duty?.id ?? '' },
    });
  });
  expect(await told(county)).toEqual([]);
});
