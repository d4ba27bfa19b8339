import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Listening,
  listen,
  messageOf,
  otherSide,
  receiptFor,
  sendTo,
} from '../../../test/exchange/other-side.ts';
import { registerPeer } from '../../../test/exchange/peer-kit.ts';
import { testServer } from '../../../test/kit.ts';
import { acceptWaiting } from '../../../test/use-cases.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import { transact } from '../../platform/transact.ts';
import * as orders from '../orders/index.ts';

const side = otherSide('hook-a');
let server: TestServer;
let peer: Listening;

beforeAll(async () => {
  server = await testServer();
  peer = await listen(side, receiptFor);
  await registerPeer(server, side, { base_url: peer.url });
});
afterAll(async () => {
  await peer.stop();
  await server.stop();
});

const inTransaction = <T>(work: (ctx: Context) => Promise<T>) =>
  transact(server.runtime, systemActor, work);

const lamp = {
  type: 'QZ',
  matterCode: '010105',
  areaCode: '350602001000',
  fields: { road_name: '示例路', lamp_problem: 'off' },
} as const;

/** Hands an appeal over; answers what the peer is told once the agent has decided. */
async function toldAfter(decide: (ctx: Context, orderId: string) => Promise<unknown>) {
  const heard = await sendTo(server, side, '/messages', messageOf(side));
  const number = String(heard.body.number);
  const order = await inTransaction((ctx) => orders.findByNo(ctx, number));
  peer.arrived.length = 0;
  await inTransaction((ctx) => decide(ctx, order?.id ?? ''));
  await server.advance(1);
  return { number, told: peer.arrived.map(({ message }) => message) };
}

test('accepted and answered at once, the peer reads the answer', async () => {
  const answer = '路灯已登记维修,三天内修好。';
  const { number, told } = await toldAfter((ctx, orderId) =>
    acceptWaiting(ctx, { ...lamp, orderId, result: 'answer', answer }),
  );
  expect(told).toMatchObject([
    {
      kind: 'result',
      seq: 1,
      case: { sender: number },
      body: { outcome: 'done', words: answer },
    },
  ]);
});

test('accepted for dispatch, the peer reads under which number', async () => {
  const { number, told } = await toldAfter((ctx, orderId) =>
    acceptWaiting(ctx, { ...lamp, orderId, result: 'dispatch' }),
  );
  expect(told).toMatchObject([{ kind: 'accept', seq: 1, body: { number } }]);
});

test('told another way, the peer has it back with the reason', async () => {
  const { told } = await toldAfter((ctx, orderId) =>
    acceptWaiting(ctx, {
      ...lamp,
      orderId,
      result: 'dispose',
      dispositionCode: 'DG2',
      dispositionReason: '应当向示例法院提起诉讼。',
    }),
  );
  expect(told).toMatchObject([{ kind: 'return', body: { reasonCode: 'DG2' } }]);
  expect(JSON.stringify(told[0])).toContain('示例法院');
});
