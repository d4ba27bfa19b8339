import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { photo } from '../../../../stories/kit/photo.ts';
import {
  codeOf,
  type MessageWords,
  messageOf,
  otherSide,
  sendTo,
  sha256,
} from '../../../test/exchange/other-side.ts';
import { registerPeer } from '../../../test/exchange/peer-kit.ts';
import { testServer } from '../../../test/kit.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Context, Runtime } from '../../platform/context.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import { transact } from '../../platform/transact.ts';
import { filesOf } from '../files/index.ts';
import * as orders from '../orders/index.ts';
import { applyLine } from './apply-message.ts';
import { peerOf } from './peers.repo.ts';
import { listMessages, readMessage } from './read-messages.ts';
import { replayMessage } from './settle-message.ts';
import { takeMessage } from './take-message.ts';

const side = otherSide('county-p');
let server: TestServer;

beforeAll(async () => {
  server = await testServer();
  await registerPeer(server, side);
  await registerPeer(server, { ...otherSide('county-q'), ownCode: 'other-name' });
});
afterAll(() => server.stop());

const inTransaction = <T>(work: (ctx: Context) => Promise<T>) =>
  transact(server.runtime, systemActor, work);
const post = (bytes: string) => sendTo(server, side, '/messages', bytes);
const box = async (which: 'dead' | 'held' | 'waiting') =>
  (await inTransaction((ctx) => listMessages(ctx, { box: which }))).rows;
const supplementOf = (words: string, more: MessageWords) =>
  messageOf(side, { kind: 'supplement', body: { words }, ...more });
const gap = { kind: 'void', body: { replaces: randomUUID() } };

/** Kept and receipted, and nothing more: as when the process dies right after. */
const take = (bytes: string) =>
  inTransaction(async (ctx) => {
    const peer = await peerOf(ctx, side.code);
    if (!peer) throw new Error('No peer.');
    return takeMessage(ctx, peer, Buffer.from(bytes));
  });

/** A process that dies after so many transactions. */
function dyingAfter(count: number): Runtime {
  let left = count;
  const db = Object.create(server.runtime.db, {
    transaction: {
      value: (work: Parameters<Runtime['db']['transaction']>[0]) => {
        left -= 1;
        if (left < 0) throw new Error('killed');
        return server.runtime.db.transaction(work);
      },
    },
  });
  return { ...server.runtime, db };
}

describe('what was held', () => {
  test('is applied although the process died right after its forerunner', async () => {
    const sender = `P-${randomUUID()}`;
    await take(supplementOf('第二句话。', { sender, seq: 2 }));
    await server.advance(1);
    await take(messageOf(side, { sender }));
    // Applied; then it dies before it looks at the second.
    await expect(applyLine(dyingAfter(1), { peer: side.code, theirNo: sender })).rejects.toThrow(
      'killed',
    );
    expect((await box('held')).map(({ senderNo }) => senderNo)).toEqual([sender]);
    await server.advance(1);
    expect(await box('held')).toEqual([]);
  });

  test('and whose forerunner does not come is told to somebody', async () => {
    const { id } = await take(supplementOf('第二句话。', { sender: `P-${randomUUID()}`, seq: 2 }));
    const told = () =>
      inTransaction(async ({ tx }) => {
        const waits = tx.selectFrom('waits.wait').select('told').where('id', '=', id);
        return (await waits.where('kind', '=', 'held-message').executeTakeFirst())?.told;
      });
    await server.advance(59);
    expect(await told()).toBe(0);
    await server.advance(2);
    expect(await told()).toBe(1);
  });

  test('and belongs to no case is a dead letter, not done without a word', async () => {
    const sender = `P-${randomUUID()}`;
    expect((await post(supplementOf('补充一句。', { sender, seq: 2 }))).body.held).toBe(true);
    await post(messageOf(side, { ...gap, sender }));
    const letters = await box('dead');
    expect(letters).toMatchObject([{ senderNo: sender, seq: 2, errorCode: 'unknown-case' }]);
  });
});

describe('files', () => {
  const send = (bytes: Uint8Array) =>
    sendTo(server, side, `/files/${sha256(bytes)}`, bytes, { method: 'PUT' });
  const picture = (lng: number) => photo({ takenAt: server.clock.now(), at: { lng, lat: 23.7 } });
  const named = (bytes: Uint8Array) => [
    { name: 'a.jpg', type: 'image/jpeg', size: bytes.length, sha256: sha256(bytes) },
  ];
  const filesAt = (number: unknown) =>
    inTransaction(async (ctx) => {
      const order = await orders.findByNo(ctx, String(number));
      return (await filesOf(ctx, order?.id ?? '')).length;
    });

  test('of more words come to the order', async () => {
    const sender = `P-${randomUUID()}`;
    const { body } = await post(messageOf(side, { sender }));
    const bytes = picture(117.1);
    await send(bytes);
    await post(supplementOf('现场照片。', { sender, seq: 2, attachments: named(bytes) }));
    expect(await filesAt(body.number)).toBe(1);
  });

  test('that another message took meanwhile are asked for, and the message waits for a person', async () => {
    const sender = `P-${randomUUID()}`;
    const bytes = picture(117.2);
    await send(bytes);
    await post(supplementOf('现场照片。', { sender, seq: 2, attachments: named(bytes) }));
    await post(messageOf(side, { attachments: named(bytes) }));
    const { body } = await post(messageOf(side, { sender }));
    const letter = (await box('dead')).find(({ senderNo }) => senderNo === sender);
    expect(letter).toMatchObject({ errorCode: 'file-missing', seq: 2 });
    await send(bytes);
    await inTransaction((ctx) => replayMessage(ctx, { messageId: letter?.id ?? '' }));
    await server.advance(0);
    expect(await filesAt(body.number)).toBe(1);
    // Nobody listens there: what tells them that it got through after all is on its way.
    const told = (await box('waiting')).filter(({ senderNo }) => senderNo === body.number);
    const read = await inTransaction((ctx) => readMessage(ctx, { messageId: told[0]?.id ?? '' }));
    expect([told.length, read.body]).toEqual([1, expect.stringContaining('已重新入库')]);
  });

  test('that lay unused for a day are sent anew', async () => {
    const bytes = picture(117.3);
    await send(bytes);
    await server.advance(25 * 60);
    const asked = messageOf(side, { attachments: named(bytes) });
    expect(codeOf(await post(asked))).toBe('file-missing');
    await send(bytes);
    expect(await filesAt((await post(asked)).body.number)).toBe(1);
  });

  test('of a kind that keeps none are refused, not lost', async () => {
    const sender = `P-${randomUUID()}`;
    await post(messageOf(side, { sender }));
    const bytes = picture(117.4);
    await send(bytes);
    const urge = { kind: 'urge', body: { words: '请尽快。' }, sender, seq: 2 };
    const heard = await post(messageOf(side, { ...urge, attachments: named(bytes) }));
    expect([codeOf(heard), heard.text.includes('"attachments"')]).toEqual(['field', true]);
  });
});

describe('refused at the door', () => {
  test('what came by another peer of ours, who knows us by another name', async () => {
    const heard = await post(messageOf(side, { via: ['county-q', 'other-name', side.code] }));
    expect([heard.status, codeOf(heard)]).toEqual([508, 'loop']);
  });

  test('a year no calendar knows', async () => {
    const heard = await post(messageOf(side, { at: '0000-01-01T00:00:00+08:00' }));
    expect([heard.status, codeOf(heard)]).toEqual([400, 'body']);
  });
});
