import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { aTransfer } from '../../../twins/police-110/testing/pair.ts';
import { freePort, startTwin, type Twin, until } from '../../../twins/police-110/testing/twin.ts';
import { protocolDay } from '../../src/modules/exchange/messages.repo.ts';
import { peerOf } from '../../src/modules/exchange/peers.repo.ts';
import { openCase, queueMessage } from '../../src/modules/exchange/queue-message.ts';
import { reconcile } from '../../src/modules/exchange/reconcile.ts';
import { listReconciliations } from '../../src/modules/exchange/reconcile-days.ts';
import * as orders from '../../src/modules/orders/index.ts';
import { systemActor } from '../../src/platform/actor.ts';
import type { Context } from '../../src/platform/context.ts';
import type { TestServer } from '../../src/platform/testing/test-server.ts';
import { transact } from '../../src/platform/transact.ts';
import { testServer } from '../kit.ts';
import { acceptWaiting, createOrder } from '../use-cases.ts';
import { otherSide, realSeconds } from './other-side.ts';
import { registerPeer } from './peer-kit.ts';

/** The server against a program of another hand, which knows docs/exchange.md and nothing else. */
const side = otherSide('police-twin');
let server: TestServer;
let twin: Twin;

beforeAll(async () => {
  server = await testServer();
  twin = await startTwin({
    code: side.code,
    peerCode: side.ownCode,
    peerUrl: `${server.url}/api/exchange/v1`,
    secret: side.secret,
    port: await freePort(),
  });
  await registerPeer(server, side, { base_url: twin.base });
});
afterAll(async () => {
  await twin.end();
  await server.stop();
});

const inTransaction = <T>(work: (ctx: Context) => Promise<T>) =>
  transact(server.runtime, systemActor, work);

const opened = z.object({ number: z.string() });

/** Handed over by the other program; answers both numbers. */
async function handedOver(title: string): Promise<{ theirs: string; ours: string }> {
  const { number } = opened.parse(await twin.control('POST', 'cases', aTransfer(title)));
  const ours = async () => (await twin.case(number)).case.peer_number;
  await until(async () => (await ours()) !== null);
  return { theirs: number, ours: (await ours()) ?? '' };
}

const answered = (orderNo: string) =>
  inTransaction(async (ctx) => {
    const order = await orders.findByNo(ctx, orderNo);
    await acceptWaiting(ctx, {
      orderId: order?.id ?? '',
      type: 'QZ',
      matterCode: '010105',
      areaCode: '350602001000',
      fields: { road_name: '示例路', lamp_problem: 'off' },
      result: 'answer',
      answer: '已登记维修,三天内修好。',
    });
  });

test('what it hands over is an order here, and it hears what came of it', async () => {
  const { theirs, ours } = await handedOver('路灯不亮');
  await answered(ours);
  await server.advance(1);
  await until(async () => (await twin.case(theirs)).case.state === 'done');
});

test('killed in the middle it gets, started again, what it missed; then both sides have the same', async () => {
  const { theirs, ours } = await handedOver('井盖缺失');
  await twin.kill();
  await answered(ours);
  await server.advance(10);
  await twin.start();
  await server.advance(10);
  await until(async () => (await twin.case(theirs)).case.state === 'done');

  const today = protocolDay(new Date(realSeconds() * 1000));
  const days = [...new Set([today, protocolDay(server.clock.now())])];
  const peer = await inTransaction((ctx) => peerOf(ctx, side.code));
  for (const day of days) if (peer) await reconcile(server.runtime, peer, day);
  const { rows } = await inTransaction((ctx) => listReconciliations(ctx, {}));
  expect(rows).toHaveLength(days.length);
  expect(rows.map(({ state, mismatches }) => [state, mismatches])).toEqual(
    rows.map(() => ['compared', []]),
  );
  expect(rows.reduce((sum, { received }) => sum + received, 0)).toBe(2);
  expect(rows.reduce((sum, { sent }) => sum + sent, 0)).toBe(2);
  for (const day of days) expect((await twin.reconcile(day))?.mismatched).toEqual([]);
});

test('a circle between two programs ends at once: refused in words, seen over there, and no order twice', async () => {
  const ours = await inTransaction(async (ctx) => {
    const { orderId, orderNo } = await createOrder(ctx, {
      content: '示例路口有人争执,请到场看看。',
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
    });
    const about = await openCase(ctx, { peer: side.code, orderId, orderNo, heardSeq: 99 });
    const body = { ...aTransfer('转了一圈'), mode: 'push', urgency: 'U2' } as const;
    await queueMessage(ctx, about.id, { kind: 'transfer', body });
    return orderNo;
  });
  await server.advance(1);
  const came = async () =>
    (await twin.cases()).find((one) => one.direction === 'in' && one.peer_number === ours);
  await until(async () => (await came()) !== undefined);
  const before = await howManyOrders();
  const passed = await twin.control('POST', `cases/${(await came())?.number}/pass-on`);
  const back = opened.parse(passed).number;
  await until(async () => (await twin.case(back)).sent.some(({ state }) => state === 'dead'));
  const page = await (await fetch(`${twin.url}/cases/${back}`)).text();
  expect(page).toContain('loop: 报文已经过本系统');
  expect(await howManyOrders()).toBe(before);
});

const howManyOrders = () =>
  inTransaction(async ({ tx }) => {
    const rows = await tx.selectFrom('orders.order').select('id').execute();
    return rows.length;
  });
