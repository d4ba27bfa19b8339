import { afterAll, beforeAll, expect, test } from 'vitest';
import { photo } from '../../../../stories/kit/photo.ts';
import {
  type Listening,
  listen,
  otherSide,
  receiptFor,
  sha256,
} from '../../../test/exchange/other-side.ts';
import { registerPeer } from '../../../test/exchange/peer-kit.ts';
import { testServer } from '../../../test/kit.ts';
import { changePeer, createOrder, send } from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { handledJobs } from '../../platform/jobs.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import { transact } from '../../platform/transact.ts';
import { ofOrder } from '../dispatch/index.ts';
import { keepFile, plainPhoto } from '../files/index.ts';

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

interface Told {
  readonly fileIds: string[];
  readonly anonymous: boolean;
}
const byNobody: Told = { fileIds: [], anonymous: true };

async function lampFor(lead: string, { fileIds, anonymous }: Told): Promise<string> {
  const { orderId } = await asSystem((ctx) =>
    createOrder(ctx, {
      content: '示例路口的路灯坏了三天,晚上很暗。',
      type: 'QZ',
      matterCode: '010105',
      areaCode: '350602001000',
      address: '示例路口',
      fields: { road_name: '示例路', lamp_problem: 'off' },
      fileIds,
      anonymous,
      secrecy: 0,
      needsReply: false,
      needsCallBack: false,
      requester: {
        kind: 'person',
        isSelf: true,
        tags: [],
        ...(anonymous ? {} : { phone: inventedPhoneOf('handed') }),
      },
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
  await lampFor('350602.cgj', byNobody);
  expect(await told(county)).toEqual([]);
  await switched(true);
  expect(await told(county)).toEqual(['transfer']);
  await switched(false);
  await switched(true);
  expect(await told(county)).toEqual([]);
});

test('of two systems that lie within each other the nearest gets the duty', async () => {
  await lampFor('350602.zjj', byNobody);
  expect([await told(bureau), await told(county)]).toEqual([['transfer'], []]);
});

test('a job that runs twice tells of a duty once', async () => {
  const orderId = await lampFor('350602.cgj', byNobody);
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

test('the requester’s photos go along as units see them: without what the camera wrote down', async () => {
  const taken = photo({ takenAt: server.clock.now(), at: { lng: 117.65, lat: 24.52 } });
  const uploaded = () =>
    asSystem(async (ctx) => {
      const said = { name: 'a.jpg', declaredType: '', takenAt: null, point: null };
      const { file } = await keepFile(ctx, { ...said, bytes: taken, purpose: 'appeal' });
      return file.id;
    });
  await lampFor('350602.cgj', { fileIds: [await uploaded()], anonymous: false });
  await server.advance(1);
  const [put, message] = county.arrived.splice(0);
  const { storage } = server.runtime.ports;
  const kept = { mime: 'image/jpeg', sha256: Buffer.from(sha256(taken), 'hex') };
  const plain = (await plainPhoto(storage, kept)) ?? Buffer.of();
  expect(sha256(plain)).not.toBe(sha256(taken));
  expect(put?.path).toBe(`/peer/files/${sha256(plain)}`);
  expect(message?.message.attachments).toMatchObject([
    { name: 'photo-1.jpeg', type: 'image/jpeg', size: plain.length, sha256: sha256(plain) },
  ]);
  await lampFor('350602.cgj', { fileIds: [await uploaded()], anonymous: true });
  await server.advance(1);
  expect(
    county.arrived.splice(0).map(({ message: { kind, attachments } }) => [kind, attachments]),
  ).toEqual([['transfer', []]]);
});
