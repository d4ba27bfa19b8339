import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
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
import { systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf } from '../../platform/events.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import { transact } from '../../platform/transact.ts';
import { sendFiles } from './answer-files.ts';
import { casesOfOrder } from './cases.repo.ts';
import { claimMessages } from './claim-messages.ts';
import { oursAlone } from './outcome-of.ts';
import { peerOf } from './peers.repo.ts';
import { pendingOf } from './pending.repo.ts';
import { queueMessage } from './queue-message.ts';
import { recordOutcomes } from './record-outcomes.ts';

const side = otherSide('county-b');
const other = otherSide('county-c');
let server: TestServer;
let peer: Listening;
let second: Listening;

beforeAll(async () => {
  server = await testServer();
  [peer, second] = await Promise.all([listen(side, receiptFor), listen(other, receiptFor)]);
  await registerPeer(server, side, { base_url: peer.url });
  await registerPeer(server, other, { base_url: second.url });
});
afterAll(async () => {
  await Promise.all([peer.stop(), second.stop()]);
  await server.stop();
});
afterEach(async () => {
  peer.answer = receiptFor;
  peer.arrived.length = 0;
  await server.advance(30);
  peer.arrived.length = 0;
});

const inTransaction = <T>(work: (ctx: Context) => Promise<T>) =>
  transact(server.runtime, systemActor, work);

/** A case the peer has opened with a transfer. */
async function someCase(by = side): Promise<string> {
  const heard = await sendTo(server, by, '/messages', messageOf(by));
  const found = await inTransaction(async (ctx) => {
    const { findByNo } = await import('../orders/index.ts');
    const order = await findByNo(ctx, String(heard.body.number));
    return casesOfOrder(ctx, order?.id ?? '');
  });
  return found[0]?.id ?? '';
}

const say = (caseId: string, words: string) =>
  inTransaction((ctx) => queueMessage(ctx, caseId, { kind: 'supplement', body: { words } }));
const stateOf = (id: string) => inTransaction((ctx) => pendingOf(ctx, id));
const lateFor = (id: string) =>
  inTransaction(async (ctx) =>
    (await historyOf(ctx, { kind: 'message', id })).map(({ type, data }) => [type, data.role]),
  );
const seqs = () => peer.arrived.map(({ message }) => message.seq);

describe('what goes out', () => {
  test('arrives once, signed, in the order of its case', async () => {
    const caseId = await someCase();
    for (const words of ['第一句。', '第二句。', '第三句。']) await say(caseId, words);
    await server.advance(0);
    expect(seqs()).toEqual([1, 2, 3]);
    expect(peer.arrived[0]?.path).toBe('/peer/messages');
    expect(peer.arrived[0]?.message).toMatchObject({ version: '1', via: ['minsheng-test'] });
    await server.advance(60);
    expect(peer.arrived).toHaveLength(3);
  });

  test('a transaction that fails has sent nothing', async () => {
    const caseId = await someCase();
    const failing = inTransaction(async (ctx) => {
      await queueMessage(ctx, caseId, { kind: 'supplement', body: { words: '一句话。' } });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await server.advance(60);
    expect(peer.arrived).toEqual([]);
  });

  test('a peer that is down holds its own queue, not the next one, and gets all of it in order afterwards', async () => {
    peer.answer = () => ({ status: 500, body: 'trouble', isUnsigned: true });
    const [mine, theirs] = [await someCase(), await someCase(other)];
    const ids = [await say(mine, '第一句。'), await say(mine, '第二句。')];
    await say(theirs, '别处的一句。');
    const before = second.arrived.length;
    await server.advance(0);
    expect(second.arrived.length).toBe(before + 1);
    expect(await stateOf(ids[0] ?? '')).toMatchObject({
      state: 'waiting',
      attempts: 1,
      error_code: 'unproved-500',
    });
    await server.advance(20);
    expect((await stateOf(ids[0] ?? ''))?.attempts).toBeGreaterThan(5);
    const held = await inTransaction((ctx) => peerOf(ctx, side.code));
    expect(held?.downSince).not.toBeNull();
    await server.advance(20);
    expect(await lateFor(ids[0] ?? '')).toEqual([['waits.late', 'shift-lead']]);
    peer.answer = receiptFor;
    peer.arrived.length = 0;
    await server.advance(20);
    expect(seqs()).toEqual([1, 2]);
    const well = await inTransaction((ctx) => peerOf(ctx, side.code));
    expect([well?.downSince, well?.failures]).toEqual([null, 0]);
  });

  test('what is alone in the way of the rest has waited since it was queued, and is told by that', async () => {
    peer.answer = () => ({ status: 500, body: 'trouble', isUnsigned: true });
    const passes = await say(await someCase(), '第一件。');
    const stuck = await say(await someCase(), '第二件。');
    await server.advance(20);
    peer.answer = (arrived) =>
      arrived.message.id === stuck
        ? { status: 500, body: 'trouble', isUnsigned: true }
        : receiptFor(arrived);
    await server.advance(13);
    expect(await stateOf(passes)).toBeNull();
    expect(await lateFor(stuck)).toEqual([['waits.late', 'shift-lead']]);
  });

  test('a file the storage has no more holds its own message, and no other', async () => {
    const attachment = { name: 'a.jpg', type: 'image/jpeg', size: 1, sha256: 'a'.repeat(64) };
    const found = await inTransaction((ctx) => peerOf(ctx, side.code));
    const answer =
      found &&
      (await sendFiles(server.runtime.ports, found, { attachments: [attachment], photos: [] }));
    expect(answer).toBe('no-file');
    const id = await say(await someCase(), '第一件。');
    const goesOn = await inTransaction(async (ctx) => {
      const batch = await claimMessages(ctx, side.code, { isFirstLane: true });
      const outcome = oursAlone('no-file');
      return (
        batch &&
        recordOutcomes(
          ctx,
          batch,
          batch.claimed.map((claimed) => ({ claimed, outcome })),
        )
      );
    });
    expect(goesOn).toBe(true);
    expect(await stateOf(id)).toMatchObject({ attempts: 1, error_code: 'no-file' });
    const well = await inTransaction((ctx) => peerOf(ctx, side.code));
    expect([well?.failures, well?.holdUntil]).toEqual([0, null]);
  });

  test('a stranger who answers 200, or a peer that talks nonsense, has received nothing', async () => {
    const id = await say(await someCase(), '一句话。');
    peer.answer = (arrived) => ({ status: 200, body: receiptFor(arrived)?.body, isUnsigned: true });
    await server.advance(0);
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', error_code: 'unproved-200' });
    peer.answer = () => ({ status: 200, body: { hello: true } });
    await server.advance(1);
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', error_code: 'nonsense' });
  });

  test('a signed no for ever is a dead letter, and what follows it in its case waits', async () => {
    const caseId = await someCase();
    peer.answer = (arrived) =>
      arrived.text.includes('坏的一句')
        ? { status: 422, body: { error: { code: 'code', field: 'body.words', message: '不对。' } } }
        : receiptFor(arrived);
    const [first, following] = [await say(caseId, '坏的一句。'), await say(caseId, '第二句。')];
    const elsewhere = await say(await someCase(), '另一件的一句。');
    await server.advance(1);
    expect(await stateOf(first)).toMatchObject({
      state: 'dead',
      error_code: 'code',
      error_detail: '422 body.words',
    });
    expect(await stateOf(following)).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(await stateOf(elsewhere)).toBeNull();
    await server.advance(60);
    expect(await lateFor(first)).toEqual([['waits.late', 'shift-lead']]);
  });

  test('too fast: it waits as long as it was asked to', async () => {
    const id = await say(await someCase(), '一句话。');
    peer.answer = () => ({
      status: 429,
      body: { error: { code: 'too-fast', message: '请稍候。' } },
      headers: { 'retry-after': '120' },
    });
    await server.advance(1);
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', attempts: 1 });
    peer.answer = receiptFor;
    await server.advance(2);
    expect(await stateOf(id)).toBeNull();
  });

  test('one the peer always chokes on dies while others get through', async () => {
    const poison = await say(await someCase(), '吞不下的一句。');
    peer.answer = (arrived) =>
      arrived.message.id === poison
        ? { status: 500, body: 'x', isUnsigned: true }
        : receiptFor(arrived);
    for (let round = 0; round < 12; round += 1) {
      await say(await someCase(), '好的一句。');
      await server.advance(15);
    }
    expect(await stateOf(poison)).toMatchObject({ state: 'dead' });
  });

  test('a peer that takes its time holds no connection and no other peer; its cases are asked side by side', async () => {
    const { ports, db } = server.runtime;
    const real = ports.peer;
    const elsewhere = Promise.withResolvers<void>();
    const together = 9;
    let [asked, mostAsked, mostConnections] = [0, 0, 0];
    ports.peer = {
      ask: async (request) => {
        if (!request.url.startsWith(peer.url)) {
          elsewhere.resolve();
          return real.ask(request);
        }
        asked += 1;
        mostAsked = Math.max(mostAsked, asked);
        await elsewhere.promise;
        // So many that the pool would be empty if each held one of its connections.
        while (mostAsked < together) await new Promise((go) => setTimeout(go, 5));
        mostConnections = Math.max(mostConnections, db.pool.totalCount - db.pool.idleCount);
        asked -= 1;
        return real.ask(request);
      },
    };
    try {
      const cases: string[] = [];
      for (let no = 0; no < together; no += 1) cases.push(await someCase());
      const theirs = await someCase(other);
      const said = { kind: 'supplement', body: { words: '慢慢收的一句。' } } as const;
      const ids = await inTransaction(async (ctx) => {
        const queued: string[] = [];
        for (const one of [...cases, theirs]) queued.push(await queueMessage(ctx, one, said));
        return queued;
      });
      await server.advance(0);
      expect(mostConnections).toBeLessThan(together);
      for (const id of ids) expect(await stateOf(id)).toBeNull();
    } finally {
      ports.peer = real;
    }
  });

  test('whoever died while sending has lost nothing: the same bytes go once more when its claim is over', async () => {
    const caseId = await someCase();
    const { id, dead } = await inTransaction(async (ctx) => {
      const said = { kind: 'supplement', body: { words: '发到一半的一句。' } } as const;
      const queued = await queueMessage(ctx, caseId, said);
      return { id: queued, dead: await claimMessages(ctx, side.code, { isFirstLane: true }) };
    });
    await server.advance(0);
    expect(peer.arrived).toEqual([]);
    await server.advance(1);
    expect(peer.arrived.map(({ message }) => message.id)).toEqual([id]);
    expect(await stateOf(id)).toBeNull();
    const [claimed] = dead?.claimed ?? [];
    expect(claimed?.raw.toString()).toBe(peer.arrived[0]?.text);
    // It was only stopped, and speaks after all: too late to be heard.
    const outcome = { kind: 'never', error: { code: 'late', detail: null } } as const;
    const late = claimed && dead ? { batch: dead, asked: [{ claimed, outcome }] } : null;
    await inTransaction(async (ctx) => late && recordOutcomes(ctx, late.batch, late.asked));
    expect(await stateOf(id)).toBeNull();
  });
});
