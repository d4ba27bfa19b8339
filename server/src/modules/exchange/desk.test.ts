import { exchange } from '@minsheng/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Listening,
  listen,
  messageOf,
  otherSide,
  receiptFor,
  sendTo,
  sha256,
} from '../../../test/exchange/other-side.ts';
import { registerPeer } from '../../../test/exchange/peer-kit.ts';
import { call as callTo, inCity, testServer } from '../../../test/kit.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import { transact } from '../../platform/transact.ts';
import * as orders from '../orders/index.ts';
import { casesOfOrder } from './cases.repo.ts';
import { addPeer, changePeer, listPeers, sendNow } from './peers.ts';
import { queueMessage } from './queue-message.ts';
import { listMessages, readMessage } from './read-messages.ts';
import { listReconciliations, reconcileDay } from './reconcile-days.ts';
import { dismissMessage, replayMessage } from './settle-message.ts';
import { newPrivateKey, publicKeyOf } from './sm2.ts';

const side = otherSide('county-d');
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
const dead = async () => (await inTransaction((ctx) => listMessages(ctx, { box: 'dead' }))).rows;

async function someCase(at?: string) {
  const heard = await sendTo(server, side, '/messages', messageOf(side, at ? { at } : {}));
  const number = String(heard.body.number);
  const found = await inTransaction(async (ctx) => {
    const order = await orders.findByNo(ctx, number);
    return { order, cases: await casesOfOrder(ctx, order?.id ?? '') };
  });
  return { number, orderId: found.order?.id ?? '', case: found.cases[0] };
}

const said = (words: string) => ({ kind: 'supplement', body: { words } }) as const;

describe('dead letters', () => {
  test('one of ours is replayed once the other side is ready for it', async () => {
    const { case: about } = await someCase();
    peer.answer = () => ({ status: 422, body: { error: { code: 'field', message: '不对。' } } });
    const id = await inTransaction((ctx) => queueMessage(ctx, about?.id ?? '', said('一句话。')));
    await server.advance(1);
    expect(await dead()).toMatchObject([
      { id, errorCode: 'field', errorWords: '422', kind: 'supplement' },
    ]);
    peer.answer = receiptFor;
    await inTransaction((ctx) => replayMessage(ctx, { messageId: id }));
    await server.advance(1);
    expect(await dead()).toEqual([]);
    const read = await inTransaction((ctx) => readMessage(ctx, { messageId: id }));
    expect([read.state, read.can.replay]).toEqual(['delivered', false]);
    await expect(
      inTransaction((ctx) => replayMessage(ctx, { messageId: id })),
    ).rejects.toMatchObject({ code: 'exchange.no-such-message' });
  });

  test('one of ours that is given up leaves a void in its place, and the next follows', async () => {
    const { case: about } = await someCase();
    peer.answer = ({ message }) =>
      message.kind === 'supplement' && message.seq === 1
        ? { status: 400, body: { error: { code: 'body', message: '不对。' } } }
        : receiptFor({ path: '', text: '', message });
    const ids = await inTransaction(async (ctx) => [
      await queueMessage(ctx, about?.id ?? '', said('第一句。')),
      await queueMessage(ctx, about?.id ?? '', said('第二句。')),
    ]);
    await server.advance(1);
    peer.arrived.length = 0;
    const reason = '内容已用其他方式告知。';
    await inTransaction((ctx) => dismissMessage(ctx, { messageId: ids[0] ?? '', reason }));
    await server.advance(1);
    expect(peer.arrived.map(({ message }) => [message.kind, message.seq])).toEqual([
      ['void', 1],
      ['supplement', 2],
    ]);
    const read = await inTransaction((ctx) => readMessage(ctx, { messageId: ids[0] ?? '' }));
    expect([read.state, read.settledWhy]).toEqual(['dismissed', reason]);
    peer.answer = receiptFor;
  });

  test('one of theirs that cannot be done waits for a person, who reads why; what follows goes on when it is dismissed', async () => {
    const { number } = await someCase();
    const sender = 'P-late';
    const about = { sender, receiver: number };
    const withdraw = { kind: 'withdraw', seq: 1, body: { reason: '不用办了。' } };
    await sendTo(server, side, '/messages', messageOf(side, { ...withdraw, ...about }));
    // Withdrawn already: once more it cannot be.
    await sendTo(server, side, '/messages', messageOf(side, { ...withdraw, ...about, seq: 2 }));
    const later = messageOf(side, {
      kind: 'void',
      seq: 3,
      ...about,
      body: { replaces: '00000000-0000-4000-8000-000000000000' },
    });
    await sendTo(server, side, '/messages', later);
    const behind = await inTransaction((ctx) => listMessages(ctx, { box: 'held' }));
    expect(behind.rows.map(({ seq }) => seq)).toEqual([3]);
    const [letter] = await dead();
    expect(letter).toMatchObject({ direction: 'in', kind: 'withdraw', seq: 2, receiverNo: number });
    expect(letter?.errorWords).toMatch(/[一-鿿].*。$/);
    const messageId = letter?.id ?? '';
    const read = await inTransaction((ctx) => readMessage(ctx, { messageId }));
    expect(read.body).toContain('不用办了。');
    peer.arrived.length = 0;
    await inTransaction((ctx) => dismissMessage(ctx, { messageId, reason: '已经撤回。' }));
    await server.advance(1);
    expect(await dead()).toEqual([]);
    // They hold a receipt: they hear that nothing comes of it, and why.
    expect(peer.arrived.map(({ message }) => message)).toMatchObject([
      {
        kind: 'progress',
        body: { stage: 'note', words: expect.stringMatching(/撤回.*已经撤回。$/) },
      },
    ]);
    const left = await inTransaction((ctx) => listMessages(ctx, { box: 'held' }));
    expect(left.rows).toEqual([]);
  });

  test('what a message says is shown without who asked', async () => {
    const requester = { anonymous: false, name: '示例姓名' };
    const body = { ...JSON.parse(messageOf(side)).body, requester };
    const heard = await sendTo(server, side, '/messages', messageOf(side, { body }));
    const shown = await inTransaction((ctx) =>
      readMessage(ctx, { messageId: String(heard.body.receipt) }),
    );
    expect(shown.body).toContain('路灯');
    expect(shown.body).not.toContain('示例姓名');
  });
});

describe('reconciliation', () => {
  const day = '2026-02-20';
  const at = `${day}T10:00:00+08:00`;

  test('finds what only one side has and what differs, and nothing when both have the same', async () => {
    const bytes = messageOf(side, { at });
    const heard = await sendTo(server, side, '/messages', bytes);
    const row = {
      id: JSON.parse(bytes).id,
      direction: 'sent',
      kind: 'transfer',
      digest: sha256(bytes),
      state: 'delivered',
      case: { sender: 'x', receiver: null },
    };
    const theirs = (rows: object[]) => {
      peer.answer = () => ({ status: 200, body: { rows, next: null } });
    };
    const run = async () => {
      await inTransaction((ctx) => reconcileDay(ctx, { peer: side.code, day }));
      await server.advance(0);
      const { rows } = await inTransaction((ctx) => listReconciliations(ctx, { peer: side.code }));
      return rows[0];
    };
    theirs([row]);
    expect(await run()).toMatchObject({ state: 'compared', received: 1, sent: 0, mismatched: 0 });
    theirs([
      { ...row, digest: '0'.repeat(64) },
      { ...row, id: 'lost-one' },
    ]);
    expect((await run())?.mismatches).toMatchObject([
      { kind: 'differs', direction: 'in', messageId: heard.body.receipt },
      { kind: 'only-theirs', direction: 'in', name: 'lost-one', messageId: null },
    ]);
    theirs([]);
    expect((await run())?.mismatches).toMatchObject([{ kind: 'only-ours', direction: 'in' }]);
    peer.answer = () => ({ status: 200, body: 'nonsense' });
    expect((await run())?.mismatched).toBe(1);
    await expect(
      inTransaction((ctx) => reconcileDay(ctx, { peer: side.code, day: '2099-01-01' })),
    ).rejects.toMatchObject({ code: 'exchange.day-not-over' });
    peer.answer = receiptFor;
  });

  test('happens by itself every night', async () => {
    await someCase(new Date(server.clock.now().getTime()).toISOString());
    peer.answer = () => ({ status: 200, body: { rows: [], next: null } });
    await server.advance(30 * 60);
    const { rows } = await inTransaction((ctx) => listReconciliations(ctx, {}));
    expect(rows.some((row) => row.day !== day && row.mismatched > 0)).toBe(true);
    const { rows: peers } = await inTransaction((ctx) => listPeers(ctx));
    expect(peers.find(({ code }) => code === side.code)?.mismatchedDays).toBe(1);
    peer.answer = receiptFor;
  });
});

describe('peers', () => {
  const asked = {
    code: 'city-x',
    name: '示例市平台',
    adapter: 'webhook',
    baseUrl: 'https://example.org/api/',
    ownCode: 'minsheng-zz',
    perMinute: 60,
  } as const;

  test(
    'are registered with a key of either kind, and never show a secret again',
    inCity(async ({ ctx }) => {
      await addPeer(ctx, { ...asked, scheme: 'hmac-sha256', secret: 'a secret of sixteen' });
      const theirs = publicKeyOf(newPrivateKey());
      const made = await addPeer(ctx, {
        ...asked,
        code: 'city-y',
        scheme: 'sm2',
        peerPublicKey: theirs,
      });
      expect(made.ownPublicKey).toMatch(/^04[0-9a-f]{128}$/);
      const { rows } = await listPeers(ctx);
      expect(rows).toMatchObject([
        { code: 'city-x', baseUrl: 'https://example.org/api', waiting: 0, dead: 0, oldestAt: null },
        { code: 'city-y', ownPublicKey: made.ownPublicKey, peerPublicKey: theirs },
      ]);
      expect(JSON.stringify(rows)).not.toContain('a secret');
      await changePeer(ctx, { code: 'city-x', isOn: false });
      expect((await listPeers(ctx)).rows[0]?.isOn).toBe(false);
    }),
  );

  const wrong = [
    [{ scheme: 'hmac-sha256' }, 'exchange.key-needed'],
    [{ scheme: 'sm2' }, 'exchange.key-needed'],
    [{ scheme: 'sm2', peerPublicKey: `04${'1'.repeat(128)}` }, 'exchange.key-needed'],
    [
      { scheme: 'hmac-sha256', secret: 's'.repeat(20), adapter: 'none' },
      'exchange.no-such-adapter',
    ],
    [{ scheme: 'hmac-sha256', secret: 's'.repeat(20), baseUrl: undefined }, 'platform.bad-input'],
    [{ scheme: 'hmac-sha256', secret: 's'.repeat(20), net: 'grid' }, 'exchange.no-such-net'],
    [{ scheme: 'hmac-sha256', secret: 's'.repeat(20), unitCode: '999999' }, 'exchange.unit-needed'],
  ] as const;
  test.each(wrong)('%j is refused', (more, code) =>
    inCity(async ({ ctx }) => {
      await expect(addPeer(ctx, { ...asked, ...more })).rejects.toMatchObject({ code });
    })(),
  );

  test(
    'a code is taken once, and nobody changes one that is not there',
    inCity(async ({ ctx }) => {
      const input = { ...asked, scheme: 'hmac-sha256', secret: 'a secret of sixteen' } as const;
      await addPeer(ctx, input);
      await expect(addPeer(ctx, input)).rejects.toMatchObject({ code: 'exchange.peer-known' });
      await expect(sendNow(ctx, { code: 'none-such' })).rejects.toMatchObject({
        code: 'exchange.no-such-peer',
      });
      const messageId = ctx.newId();
      await expect(readMessage(ctx, { messageId })).rejects.toMatchObject({
        code: 'exchange.no-such-message',
      });
    }),
  );

  test('one on its way is no dead letter', async () => {
    const { case: about } = await someCase();
    peer.answer = () => ({
      status: 503,
      body: { error: { code: 'not-ready', message: '稍后。' } },
    });
    const id = await inTransaction((ctx) => queueMessage(ctx, about?.id ?? '', said('一句话。')));
    await server.advance(1);
    await expect(
      inTransaction((ctx) => dismissMessage(ctx, { messageId: id, reason: '不要了。' })),
    ).rejects.toMatchObject({ code: 'exchange.not-dead' });
    peer.answer = receiptFor;
    await inTransaction((ctx) => sendNow(ctx, { code: side.code }));
    await server.advance(0);
    const { rows } = await inTransaction((ctx) => listMessages(ctx, { box: 'waiting' }));
    expect(rows.filter((row) => row.id === id)).toEqual([]);
  });

  test('a page is for those it concerns', async () => {
    await expect(callTo(server.url, exchange.listPeers, {})).rejects.toMatchObject({
      code: 'identity.sign-in-needed',
    });
  });
});

test('erased with its order a message has no body any more, and one on its way goes as it is first', async () => {
  const { case: about, orderId } = await someCase();
  const gone = await inTransaction((ctx) => queueMessage(ctx, about?.id ?? '', said('一句话。')));
  await server.advance(1);
  const body = (messageId: string) =>
    inTransaction(async (ctx) => (await readMessage(ctx, { messageId })).body);
  expect(await body(gone)).toContain('一句话。');
  peer.answer = () => ({ status: 503, body: {} });
  const onItsWay = await inTransaction((ctx) =>
    queueMessage(ctx, about?.id ?? '', said('另一句。')),
  );
  await inTransaction(async (ctx) => {
    const order = { kind: 'order', id: orderId } as const;
    tell(ctx, order, 'orders.person-erased', { text: 1, digest: '' });
  });
  await server.advance(0);
  expect(await body(gone)).toBe('');
  expect(await body(onItsWay)).toContain('另一句。');
  peer.answer = receiptFor;
  await server.advance(1);
  expect(peer.arrived.at(-1)).toMatchObject({ message: { body: { words: '另一句。' } } });
  await server.advance(24 * 60);
  expect(await body(onItsWay)).toBe('');
});
