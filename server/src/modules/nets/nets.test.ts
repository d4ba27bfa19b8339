import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { photo } from '../../../../stories/kit/photo.ts';
import {
  codeOf,
  type Listening,
  listen,
  messageOf,
  type OtherSide,
  otherSide,
  receiptFor,
  sendTo,
  sha256,
} from '../../../test/exchange/other-side.ts';
import { registerPeer } from '../../../test/exchange/peer-kit.ts';
import { testServer } from '../../../test/kit.ts';
import {
  acceptWaiting,
  askExtension,
  createOrder,
  decideDeferral,
  listMessages,
  rejectReply,
  ruleOnReturn,
  send,
} from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf } from '../../platform/events.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import { transact } from '../../platform/transact.ts';
import { ofOrder } from '../dispatch/index.ts';
import { inNameOf, openCase, queueMessage } from '../exchange/index.ts';
import * as orders from '../orders/index.ts';

const sides = {
  grid: otherSide('grid'),
  province: otherSide('province'),
  county: otherSide('county-350602'),
  'market-12315': otherSide('market-12315'),
};
type Net = keyof typeof sides;
const unitOf: Partial<Record<Net, string>> = { county: '350602', 'market-12315': '350600.scjg' };
let server: TestServer;
const heard = new Map<Net, Listening>();

beforeAll(async () => {
  server = await testServer();
  for (const [net, side] of Object.entries(sides) as [Net, OtherSide][]) {
    const peer = await listen(side, receiptFor);
    heard.set(net, peer);
    await registerPeer(server, side, {
      name: net,
      net: net === 'county' ? 'county' : net,
      adapter: net === 'market-12315' ? 'dual-line' : net,
      unit_code: unitOf[net] ?? null,
      base_url: peer.url,
    });
  }
});
afterAll(async () => {
  for (const peer of heard.values()) await peer.stop();
  await server.stop();
});

const asSystem = <T>(work: (ctx: Context) => Promise<T>) =>
  transact(server.runtime, systemActor, work);
const orderOf = (number: unknown) => asSystem((ctx) => orders.findByNo(ctx, String(number)));
const idOf = async (number: unknown) => (await orderOf(number))?.id ?? '';
const dutiesOf = (orderId: string) => asSystem((ctx) => ofOrder(ctx, orderId));

interface Recorded {
  readonly kind: string;
  readonly body: Record<string, unknown>;
}
const recorded = (name: string): Recorded[] =>
  JSON.parse(readFileSync(new URL(`recorded/${name}.json`, import.meta.url), 'utf8'));

/** Sends one recorded message as the net does. */
const say = (net: Net, said: Recorded | undefined, more: Parameters<typeof messageOf>[1]) =>
  sendTo(server, sides[net], '/messages', messageOf(sides[net], { ...said, ...more }));

/** What the net was told since last time. */
async function told(net: Net): Promise<Record<string, unknown>[]> {
  await server.advance(1);
  return (heard.get(net)?.arrived.splice(0) ?? []).map(({ message }) => message);
}
const notesOf = async (orderId: string) =>
  (await asSystem((ctx) => orders.textsOf(ctx, orderId)))
    .filter(({ kind }) => kind === 'note')
    .map(({ content }) => content)
    .join();

const decided = (orderId: string) => ({
  orderId,
  type: 'QZ' as const,
  matterCode: '010105',
  areaCode: '350602001000',
  fields: { road_name: '示例路', lamp_problem: 'off' },
});

async function lampFor(lead: string) {
  const { orderId } = await asSystem((ctx) =>
    createOrder(ctx, {
      ...decided(''),
      content: '示例路口的路灯坏了三天,晚上很暗。',
      address: '示例路口',
      fileIds: [],
      anonymous: false,
      secrecy: 0,
      needsReply: true,
      needsCallBack: true,
      requester: { kind: 'person', isSelf: true, tags: [], phone: inventedPhoneOf('nets') },
      result: 'dispatch',
    }),
  );
  const to = { lead, linkage: [], assists: [], copies: [], note: '' };
  await asSystem((ctx) => send(ctx, { orderId, ...to }));
  return orderId;
}

test('grid: a report comes in its own codes with its grid, and what came of it goes back', async () => {
  const [report, more] = recorded('grid-report');
  const { number } = (await say('grid', report, { sender: 'WG-1' })).body;
  const order = await orderOf(number);
  expect(order).toMatchObject({ channel: 'grid', matter_code: '010102', type: 'TS' });
  expect(await notesOf(await idOf(number))).toContain('WG-350602-017');
  expect((await say('grid', more, { sender: 'WG-1', seq: 2 })).status).toBe(200);
  const answer = '井盖已更换,谢谢您的上报。';
  await asSystem(async (ctx) =>
    acceptWaiting(ctx, { ...decided(order?.id ?? ''), result: 'answer', answer }),
  );
  const results = (await told('grid')).filter(({ kind }) => kind === 'result');
  expect(results).toMatchObject([{ case: { sender: number }, body: { words: answer } }]);
});

test('province: their order keeps their due time; urging and supervision come down, steps go up', async () => {
  const [order, urging, supervision] = recorded('province-order');
  const { number } = (await say('province', order, { sender: 'FJ-1' })).body;
  const orderId = await idOf(number);
  expect((await orderOf(number))?.promise_at?.toISOString()).toBe('2026-03-06T10:00:00.000Z');
  await asSystem((ctx) => acceptWaiting(ctx, { ...decided(orderId), result: 'dispatch' }));
  await asSystem((ctx) =>
    send(ctx, { orderId, lead: '350600.zjj', linkage: [], assists: [], copies: [], note: '' }),
  );
  expect((await told('province')).map(({ kind }) => kind)).toEqual(['accept', 'progress']);
  await say('province', urging, { sender: 'FJ-1', seq: 2 });
  await say('province', supervision, { sender: 'FJ-1', seq: 3 });
  // Urged once more on the same day it is read, and stops nothing that comes behind it.
  const again = { kind: 'urge', body: { words: '上级第二次催办。' } };
  await say('province', again, { sender: 'FJ-1', seq: 4 });
  expect(await notesOf(orderId)).toContain('上级第二次催办');
  const events = await asSystem((ctx) => historyOf(ctx, { kind: 'order', id: orderId }));
  const proposed = events.find(({ type }) => type === 'supervision.proposed');
  expect(events.map(({ type }) => type)).toContain('intake.urged');
  expect(proposed?.data).toMatchObject({ trigger: 'upper' });
  expect(await notesOf(orderId)).toContain('2026-03-04 18:00');
});

test('county: what is dispatched is an order over there, and its steps are the unit’s own', async () => {
  const orderId = await lampFor('350602.zjj');
  const [transfer] = await told('county');
  const due = (await dutiesOf(orderId))[0]?.due_at?.toISOString();
  expect(transfer).toMatchObject({ kind: 'transfer', body: { dueAt: due, mode: 'push' } });
  const receiver = (await asSystem((ctx) => orders.lock(ctx, orderId))).order_no;
  const [accept, contacted, handling, result] = recorded('county-steps');
  const at = (seq: number, more = {}) => ({ sender: 'XQ-2026-0001', receiver, seq, ...more });
  await say('county', accept, at(1));
  expect((await dutiesOf(orderId))[0]?.state).toBe('signed');
  await say('county', contacted, at(2));
  await say('county', handling, at(3));
  expect(await notesOf(orderId)).toContain('更换灯头');
  const attachments = await Promise.all(
    ['before', 'after'].map(async (name, no) => {
      const bytes = photo({
        takenAt: server.clock.now(),
        at: { lng: 117.6 + no / 100, lat: 24.5 },
      });
      await sendTo(server, sides.county, `/files/${sha256(bytes)}`, bytes, { method: 'PUT' });
      return { name: `${name}.jpg`, type: 'image/jpeg', size: bytes.length, sha256: sha256(bytes) };
    }),
  );
  await say('county', result, at(4, { attachments }));
  expect((await dutiesOf(orderId))[0]?.state).toBe('submitted');
  const note = '请说明更换后是否复查。';
  await asSystem((ctx) =>
    rejectReply(
      { ...ctx, actor: { ...ctx.actor, has: () => true } },
      { orderId, reason: 'not-to-the-point', note },
    ),
  );
  const back = (await told('county')).at(-1);
  expect(back).toMatchObject({
    kind: 'supplement',
    body: { words: expect.stringContaining(note) },
  });
  const bare = await say('county', result, at(5, { attachments: [] }));
  expect([bare.status, bare.body.error]).toMatchObject([
    422,
    { code: 'field', field: 'attachments', needs: ['before', 'after'] },
  ]);
  await asSystem(async (ctx) => {
    const about = await openCase(ctx, {
      peer: 'province',
      orderId,
      orderNo: receiver,
      heardSeq: 99,
    });
    const body = { outcome: 'done', words: '已修好。', at: ctx.now.toISOString() } as const;
    await queueMessage(ctx, about.id, { kind: 'result', body });
  });
  await server.advance(1);
  const asked = heard.get('province')?.arrived.splice(0) ?? [];
  const digests = attachments.map((one) => one.sha256);
  expect(asked.map(({ path }) => path)).toEqual([
    ...digests.map((digest) => `/peer/files/${digest}`),
    '/peer/messages',
  ]);
  expect(asked.at(-1)?.message.attachments).toMatchObject(
    attachments.map(({ name, sha256: digest }) => ({ name, sha256: digest })),
  );
});

test('county: a return needs its proper unit at the door; one that is rejected goes out anew', async () => {
  const orderId = await lampFor('350602.cgj');
  await told('county');
  const receiver = (await asSystem((ctx) => orders.lock(ctx, orderId))).order_no;
  const [unnamed, named] = recorded('county-return');
  const at = { sender: 'XQ-2026-0002', receiver };
  const wrong = await say('county', unnamed, at);
  expect([wrong.status, codeOf(wrong)]).toEqual([422, 'field']);
  await say('county', named, at);
  expect((await dutiesOf(orderId))[0]?.state).toBe('return-asked');
  const ruling = { upheld: false, assists: [], heard: [], basis: '派单目录第 1 行' };
  await asSystem((ctx) =>
    ruleOnReturn(
      { ...ctx, actor: { ...ctx.actor, has: () => true } },
      {
        ...ruling,
        orderId,
        facts: '县级单位称没有养护力量。',
        ruling: '由该单位继续办理。',
      },
    ),
  );
  const again = (await told('county')).filter(({ kind }) => kind === 'transfer');
  expect(JSON.stringify(again)).toContain('退回未获同意');
  expect(again[0]?.body).toHaveProperty('dueAt');
});

test('county: a limit that moves here moves over there', async () => {
  const orderId = await lampFor('350602.cgj');
  await told('county');
  const [duty] = await dutiesOf(orderId);
  if (!duty) throw new Error('Nobody has it.');
  const asked = { orderId, assignmentId: duty.id, reason: 'construction', amount: 1 } as const;
  const plan = '等配件到货后更换,并向诉求人说明。';
  await asSystem((ctx) =>
    askExtension(
      { ...ctx, actor: inNameOf(duty, ['handling.work', 'orders.read']) },
      { ...asked, plan },
    ),
  );
  await asSystem((ctx) =>
    decideDeferral(
      { ...ctx, actor: { ...ctx.actor, has: () => true } },
      { orderId, granted: true, words: '' },
    ),
  );
  const said = (await told('county')).filter(({ kind }) => kind === 'supplement');
  expect(JSON.stringify(said)).toContain('办理时限现为');
  expect(said).toHaveLength(1);
});

test('a circle ends: whoever has passed it on already says so, and a person sees it', async () => {
  const [report] = recorded('grid-report');
  const { number } = (await say('grid', report, { sender: 'WG-2' })).body;
  const orderId = await idOf(number);
  const county = heard.get('county');
  if (county)
    county.answer = () => ({ status: 508, body: { error: { code: 'loop', message: '循环。' } } });
  await asSystem((ctx) => acceptWaiting(ctx, { ...decided(orderId), result: 'dispatch' }));
  const to = { linkage: [], assists: [], copies: [], note: '' };
  await asSystem((ctx) => send(ctx, { orderId, lead: '350602.zjj', ...to }));
  const [passed] = await told('county');
  expect(passed).toMatchObject({ kind: 'transfer', via: ['grid', 'minsheng-test'] });
  const { rows } = await asSystem((ctx) => listMessages(ctx, { box: 'dead' }));
  const seen = rows.filter((row) => row.orderId === orderId);
  expect(seen).toMatchObject([{ peer: sides.county.code, errorCode: 'loop', attempts: 1 }]);
  if (county) county.answer = receiptFor;
});

test('dual line: what it says of our own case is read here, and another appeal of its own is no word about ours', async () => {
  const orderId = await lampFor('350600.scjg');
  await told('market-12315');
  const receiver = (await asSystem((ctx) => orders.lock(ctx, orderId))).order_no;
  const urging = { kind: 'urge', body: { words: '诉求人又来电询问。' } };
  await say('market-12315', urging, { sender: 'M-2', receiver });
  expect(await notesOf(orderId)).toContain('又来电询问');
  const [appeal] = recorded('dual-line-appeal');
  const { number } = (await say('market-12315', appeal, { sender: 'M-3', receiver })).body;
  expect(number).not.toBe(receiver);
});

test('dual line: registered by both under a number of each, answered by one, closed on both', async () => {
  const [appeal, progress] = recorded('dual-line-appeal');
  const { number } = (await say('market-12315', appeal, { sender: 'M-1' })).body;
  const order = await orderOf(number);
  expect(order).toMatchObject({ type: 'TS', matter_code: '110202' });
  await say('market-12315', progress, { sender: 'M-1', seq: 2 });
  expect(await notesOf(order?.id ?? '')).toContain('联系商家');
  const answer = '商家已退还剩余卡费。';
  await asSystem((ctx) =>
    acceptWaiting(ctx, { ...decided(order?.id ?? ''), result: 'answer', answer }),
  );
  expect((await told('market-12315')).at(-1)).toMatchObject({
    kind: 'result',
    case: { sender: number, receiver: 'M-1' },
  });
});
