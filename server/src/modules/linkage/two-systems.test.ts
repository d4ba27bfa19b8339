import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  freePort,
  startTwin,
  type Twin,
  until,
} from '../../../../twins/police-110/testing/twin.ts';
import { registerPeer } from '../../../test/exchange/peer-kit.ts';
import { testServer } from '../../../test/kit.ts';
import { acceptWaiting, createOrder, readTransfer, send } from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf } from '../../platform/events.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import { transact } from '../../platform/transact.ts';
import { ofOrder } from '../dispatch/index.ts';
import * as orders from '../orders/index.ts';
import { linkageFigures, orderLinkage } from './read-linkage.ts';
import { reportClue } from './report-clue.ts';

// Two programs on a busy machine take their time.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let server: TestServer;
let police: Twin;

beforeAll(async () => {
  server = await testServer();
  const secret = randomBytes(24).toString('hex');
  const port = await freePort();
  police = await startTwin({
    code: 'police-110',
    peerCode: 'minsheng-test',
    peerUrl: `${server.url}/api/exchange/v1`,
    port,
    secret,
  });
  await registerPeer(
    server,
    { code: 'police-110', ownCode: 'minsheng-test', secret },
    { adapter: 'police-110', base_url: police.base },
  );
});
afterAll(async () => {
  await police?.end();
  await server?.stop();
});

const asSystem = <T>(work: (ctx: Context) => Promise<T>) =>
  transact(server.runtime, systemActor, work);
const linkageOf = (orderId: string) => asSystem((ctx) => orderLinkage(ctx, { orderId }));
const orderOf = (orderId: string) => asSystem((ctx) => orders.lock(ctx, orderId));

/** Lets both sides finish: our jobs run as the clock is moved, theirs by themselves. */
async function settled(isSo: () => Promise<boolean>): Promise<void> {
  await until(async () => {
    await server.advance(0);
    return isSo();
  });
}

const act = (number: string, said: object) => police.control('POST', `cases/${number}/act`, said);
const caseFor = async (orderNo: string) =>
  (await police.cases()).find(({ peer_number }) => peer_number === orderNo);

async function arrived(orderId: string): Promise<string> {
  const { order_no } = await orderOf(orderId);
  await settled(async () => (await caseFor(order_no)) !== undefined);
  return (await caseFor(order_no))?.number ?? '';
}

const appeal = {
  type: 'QZ' as const,
  areaCode: '350602001000',
  address: '示例路',
  fields: {},
  fileIds: [],
  anonymous: false,
  secrecy: 0 as const,
  needsReply: true,
  needsCallBack: true,
  requester: { kind: 'person' as const, isSelf: true, tags: [], phone: inventedPhoneOf('linkage') },
};

const putThrough = (content: string) =>
  asSystem((ctx) =>
    createOrder(ctx, {
      ...appeal,
      content,
      matterCode: '160102',
      result: 'transfer',
      transferTo: '110指挥中心',
      transferRow: 'A01-01',
    }),
  );

test('put through to 110: the form is there, with its row and basis; their answers end the transfer', async () => {
  const { orderId } = await putThrough('楼下有人打架,拿着啤酒瓶。');
  const number = await arrived(orderId);
  const seen = await police.case(number);
  expect(seen.case.content.transfer).toMatchObject({ listRow: 'A01-01', mode: 'one-key' });
  await act(number, { kind: 'accept' });
  await act(number, { kind: 'progress', stage: 'arrived', words: '民警到场。' });
  await settled(async () => (await linkageOf(orderId)).rows[0]?.stage === 'arrived');
  expect(await asSystem((ctx) => readTransfer(ctx, { orderId }))).toMatchObject({
    theirNo: number,
  });
  await act(number, { kind: 'result', outcome: 'done', words: '已调解,双方离开。' });
  await settled(async () => (await orderOf(orderId)).status === 'transferred');
  expect((await linkageOf(orderId)).rows).toMatchObject([
    { act: 'transfer', mechanism: 'transfer', state: 'done', isReceipted: true, theirNo: number },
  ]);
  expect((await linkageOf(orderId)).rows[0]?.basis).toContain('漳州110');
});

test('returned by 110: it waits for dispatch, and goes out no second time', async () => {
  const { orderId } = await putThrough('有人在楼下吵架,声音很大。');
  const number = await arrived(orderId);
  await act(number, { kind: 'return', reasonCode: 'not-police', reason: '属噪声投诉。' });
  await settled(async () => (await orderOf(orderId)).status !== 'in-transfer');
  expect((await linkageOf(orderId)).rows[0]?.state).toBe('returned');
  expect((await police.case(number)).received).toHaveLength(1);
});

test('sent to the bureau and 110 together: their police order moves the duty of the 110 centre', async () => {
  const { orderId } = await asSystem((ctx) =>
    createOrder(ctx, {
      ...appeal,
      content: '路中间一个井盖不见了,没有围挡。',
      matterCode: '010102',
      fields: { road_name: '示例路', cover_state: 'missing', guarded: false },
      result: 'dispatch',
    }),
  );
  await asSystem((ctx) =>
    send(ctx, {
      orderId,
      lead: '350600.zjj',
      linkage: ['350600.jj110'],
      assists: [],
      copies: [],
      note: '',
    }),
  );
  const number = await arrived(orderId);
  const dutyOf110 = async () =>
    (await asSystem((ctx) => ofOrder(ctx, orderId))).find(
      ({ unit_code }) => unit_code === '350600.jj110',
    );
  await act(number, { kind: 'accept' });
  await settled(async () => (await dutyOf110())?.state === 'signed');
  await act(number, { kind: 'progress', stage: 'arrived', words: '到场警戒。' });
  await settled(async () => (await dutyOf110())?.arrived_at !== null);
  await act(number, { kind: 'result', outcome: 'done', words: '已警戒疏导,交由住建更换。' });
  await settled(async () => (await dutyOf110())?.state === 'done');
  expect((await orderOf(orderId)).status).toBe('in-progress');
  expect((await linkageOf(orderId)).rows).toMatchObject([
    { act: 'together', mechanism: 'response', state: 'done', listRow: expect.stringMatching(/^A/) },
  ]);
});

const theirs = (title: string, more: object) => ({
  appeal: { title, words: `${title},请处理。`, typeCode: 'QZ', matterCode: '010105' },
  place: { text: '示例北路', areaCode: '350602001000' },
  requester: { anonymous: true },
  mode: 'push',
  ...more,
});

test('from 110: an order nobody types again; they hear of it; a row nobody signed is refused', async () => {
  await police.control('POST', 'cases', theirs('路灯不亮', { listRow: 'B01-01' }));
  await police.control('POST', 'cases', theirs('不在清单', { listRow: 'B99-99' }));
  await settled(async () => {
    const { unsent } = await police.state();
    return unsent.dead === 1 && unsent.waiting === 0;
  });
  const ours = (await police.cases()).find(
    ({ direction, peer_number }) => direction === 'out' && peer_number !== null,
  );
  const order = await asSystem((ctx) => orders.findByNo(ctx, ours?.peer_number ?? ''));
  expect(order).toMatchObject({ channel: '110', status: 'to-accept', matter_code: '010105' });
  const orderId = order?.id ?? '';
  await asSystem((ctx) =>
    acceptWaiting(ctx, {
      orderId,
      type: 'QZ',
      matterCode: '010105',
      areaCode: '350602001000',
      fields: {},
      result: 'answer',
      answer: '已安排维修,三日内修好。',
    }),
  );
  await settled(async () => (await police.case(ours?.number ?? '')).case.state === 'done');
  expect((await linkageOf(orderId)).rows).toMatchObject([{ act: 'received', state: 'done' }]);
});

test('a clue leaves at once; with the line cut the shift lead is told after a minute, and it arrives later', async () => {
  const { orderId } = await putThrough('有人说要聚集堵门。');
  const number = await arrived(orderId);
  const clues = async () =>
    (await police.case(number)).received.filter(({ kind }) => kind === 'clue').length;
  const report = (words: string) =>
    asSystem((ctx) => reportClue(ctx, { orderId, words, risk: 'high' }));
  await report('扬言明天聚集。');
  await settled(async () => (await clues()) === 1);
  await act(number, { kind: 'accept' });
  await settled(async () =>
    (await linkageOf(orderId)).rows.some((row) => row.state === 'accepted'),
  );
  expect((await linkageOf(orderId)).rows.map((row) => [row.act, row.state])).toEqual([
    ['transfer', 'accepted'],
    ['clue', 'sent'],
  ]);
  await police.control('POST', 'link', { cut: true });
  await report('改为今晚聚集。');
  await server.advance(1);
  const late = await asSystem((ctx) => historyOf(ctx, { kind: 'order', id: orderId }));
  expect(late.filter(({ type }) => type === 'waits.late')).toHaveLength(1);
  await police.control('POST', 'link', { cut: false });
  await server.advance(10);
  await settled(async () => (await clues()) === 2);
  const span = { from: '2000-01-01', until: '2100-01-01' };
  const { rows } = await asSystem((ctx) => linkageFigures(ctx, span));
  expect(rows.find(({ act: kind }) => kind === 'clue')).toMatchObject({
    mechanism: 'response',
    asked: 2,
  });
});
