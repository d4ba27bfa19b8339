import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  codeOf,
  messageOf,
  otherSide,
  realSeconds,
  sendTo,
  sha256,
  transferBody,
} from '../../../test/exchange/other-side.ts';
import { registerPeer } from '../../../test/exchange/peer-kit.ts';
import { testServer } from '../../../test/kit.ts';
import { systemActor } from '../../platform/actor.ts';
import { encrypt } from '../../platform/secrets.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import { transact } from '../../platform/transact.ts';
import * as orders from '../orders/index.ts';
import { isSignedSm2, newPrivateKey, publicKeyOf, signSm2, sm3, usualId } from './sm2.ts';

const side = otherSide('county-a');
let server: TestServer;

beforeAll(async () => {
  server = await testServer();
  await registerPeer(server, side);
  await registerPeer(server, otherSide('ended-a'), { is_on: false });
  await registerPeer(server, otherSide('slow-a'), { per_minute: 2 });
});
afterAll(() => server.stop());

const post = (bytes: string, as = {}) => sendTo(server, side, '/messages', bytes, as);
const orderOf = (number: unknown) =>
  transact(server.runtime, systemActor, (ctx) => orders.findByNo(ctx, String(number)));
const supplementOf = (words: string, more: object) =>
  messageOf(side, { kind: 'supplement', body: { words }, ...more });

describe('a message that is right', () => {
  test('a transfer becomes an order; the receipt is signed and names it', async () => {
    const heard = await post(messageOf(side, { sender: 'P-100' }));
    expect([heard.status, heard.isSigned, heard.body.held]).toEqual([200, true, false]);
    const order = await orderOf(heard.body.number);
    expect(order).toMatchObject({ status: 'to-accept', channel: 'api', type: 'QZ' });
    expect(order?.source_ref).toBe('exchange:county-a:P-100:1');
  });

  test('the same again gets the first receipt, and nothing happens twice', async () => {
    const bytes = messageOf(side);
    const first = await post(bytes);
    const again = await Promise.all([post(bytes), post(bytes)]);
    for (const heard of again) expect(heard.body).toEqual(first.body);
    const other = JSON.stringify({ ...JSON.parse(bytes), seq: 2 });
    expect(codeOf(await post(other))).toBe('id-reused');
  });

  test('two at once under one id are one', async () => {
    const bytes = messageOf(side);
    const both = await Promise.all([post(bytes), post(bytes), post(bytes)]);
    expect(new Set(both.map(({ body }) => body.receipt)).size).toBe(1);
    expect(new Set(both.map(({ body }) => body.number)).size).toBe(1);
  });

  test('what overtakes is held until its forerunner comes, then applied in order', async () => {
    const sender = `P-${randomUUID()}`;
    const third = await post(supplementOf('第三句话。', { sender, seq: 3 }));
    const second = await post(supplementOf('第二句话。', { sender, seq: 2 }));
    expect([third.body.held, second.body.held]).toEqual([true, true]);
    expect(third.body.number).toBeNull();
    const first = await post(messageOf(side, { sender }));
    const order = await orderOf(first.body.number);
    const texts = await transact(server.runtime, systemActor, (ctx) =>
      orders.textsOf(ctx, order?.id ?? ''),
    );
    expect(texts.filter(({ kind }) => kind === 'supplement').map(({ content }) => content)).toEqual(
      ['第二句话。', '第三句话。'],
    );
    expect(codeOf(await post(supplementOf('又一句话。', { sender, seq: 3 })))).toBe('seq-taken');
  });

  test('a number given up is passed over', async () => {
    const sender = `P-${randomUUID()}`;
    const first = await post(messageOf(side, { sender }));
    const gap = { kind: 'void', sender, seq: 2, body: { replaces: randomUUID() } };
    await post(messageOf(side, gap));
    const next = await post(supplementOf('补充一句。', { sender, seq: 3 }));
    expect([next.body.held, next.body.number]).toEqual([false, first.body.number]);
  });

  test('unknown fields are none of our business', async () => {
    const bytes = JSON.stringify({ ...JSON.parse(messageOf(side)), novel: { x: 1 } });
    expect((await post(bytes)).status).toBe(200);
  });
});

describe('who is believed', () => {
  test('nobody unknown, nobody with another signature, nothing changed on the way', async () => {
    const bytes = messageOf(side);
    const wrong = await post(bytes, { signature: `hmac-sha256=${'0'.repeat(64)}` });
    expect([wrong.status, codeOf(wrong), wrong.isSigned]).toEqual([401, 'signature', false]);
    expect(codeOf(await post(bytes, { signature: '' }))).toBe('signature');
    expect(codeOf(await post(bytes, { peer: 'nobody' }))).toBe('unknown-peer');
    expect(codeOf(await post(bytes, { peer: 'slow-a' }))).toBe('signature');
  });

  test('who signs by SM2 is answered by SM2', async () => {
    const [ours, theirs] = [newPrivateKey(), newPrivateKey()];
    await registerPeer(server, otherSide('sm-a'), {
      scheme: 'sm2',
      secret_enc: encrypt(server.runtime.keys, ours),
      peer_key: publicKeyOf(theirs),
    });
    const path = '/api/exchange/v1/messages';
    const body = messageOf(otherSide('sm-a'));
    const time = String(realSeconds());
    const digest = sm3(Buffer.from(body)).toString('hex');
    const text = ['POST', path, time, 'sm-a', digest].join('\n');
    const signed = (key: string) =>
      `sm2=${signSm2(Buffer.from(text), key, usualId).toString('base64')}`;
    const ask = (signature: string) =>
      fetch(`${server.url}${path}`, {
        method: 'POST',
        headers: { 'x-peer': 'sm-a', 'x-time': time, 'x-signature': signature },
        body,
      });
    expect((await ask(signed(newPrivateKey()))).status).toBe(401);
    const asked = signed(theirs);
    const response = await ask(asked);
    const said = await response.text();
    const their = response.headers.get('x-time') ?? '';
    const answer = ['200', asked, their, sm3(Buffer.from(said)).toString('hex')].join('\n');
    const signature = response.headers.get('x-signature')?.slice('sm2='.length) ?? '';
    expect(response.status).toBe(200);
    expect(
      isSignedSm2(Buffer.from(answer), {
        signature: Buffer.from(signature, 'base64'),
        publicKey: publicKeyOf(ours),
        id: usualId,
      }),
    ).toBe(true);
  });

  test('a clock that is wrong is told ours', async () => {
    const late = await post(messageOf(side), { time: realSeconds() - 400 });
    expect([late.status, codeOf(late), late.isSigned]).toEqual([401, 'clock', true]);
    expect(late.body.error).toHaveProperty('time');
    expect((await post(messageOf(side), { time: realSeconds() - 200 })).status).toBe(200);
  });

  test('an ended peer is refused, and one that asks too often must wait', async () => {
    const ended = otherSide('ended-a');
    expect(codeOf(await sendTo(server, ended, '/messages', messageOf(ended)))).toBe('ended');
    const slow = otherSide('slow-a');
    const heard = [];
    for (let count = 0; count < 3; count += 1)
      heard.push(await sendTo(server, slow, '/messages', messageOf(slow)));
    expect(heard.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(heard[2]?.headers.get('retry-after')).toBe('60');
  });
});

describe('a message that is wrong is refused by name', () => {
  const refusals: [string, string, number, string][] = [
    ['half a body', messageOf(side).slice(0, 80), 400, 'body'],
    ['no envelope', '{"version":"1"}', 400, 'body'],
    ['bytes that are no text', '\u0000\u0001', 400, 'body'],
    [
      'a year no day of ours falls in',
      messageOf(side, { at: '9999-12-31T23:59:59Z' }),
      400,
      'body',
    ],
    ['another version', messageOf(side, { version: '9' }), 400, 'version'],
    ['an unknown kind', messageOf(side, { kind: 'greeting' }), 422, 'kind'],
    [
      'a kind this peer has no use for',
      messageOf(side, { kind: 'clue', body: { words: '示例线索', risk: 'low' } }),
      422,
      'kind',
    ],
    ['a loop', messageOf(side, { via: ['county-a', 'minsheng-test'] }), 508, 'loop'],
    [
      'too long a way',
      messageOf(side, { via: Array.from({ length: 9 }, (_, no) => `x${no}`) }),
      508,
      'loop',
    ],
    ['a missing field', messageOf(side, { body: transferBody({ appeal: {} }) }), 422, 'field'],
    [
      'what no database keeps',
      messageOf(side, { body: transferBody({ place: { text: 'a\u0000b' } }) }),
      422,
      'field',
    ],
    [
      'an unknown type',
      messageOf(side, {
        body: transferBody({ appeal: { title: '标题', words: '示例内容。', typeCode: 'XX' } }),
      }),
      422,
      'code',
    ],
    [
      'an unknown matter',
      messageOf(side, {
        body: transferBody({
          appeal: { title: '标题', words: '示例内容。', typeCode: 'QZ', matterCode: '999999' },
        }),
      }),
      422,
      'code',
    ],
    [
      'an unknown place',
      messageOf(side, { body: transferBody({ place: { text: '', areaCode: '000000' } }) }),
      422,
      'code',
    ],
    ['no case of ours', supplementOf('补充一句。', {}), 422, 'unknown-case'],
    [
      'a file that never came',
      messageOf(side, {
        attachments: [{ name: 'a.jpg', type: 'image/jpeg', size: 3, sha256: 'a'.repeat(64) }],
      }),
      422,
      'file-missing',
    ],
  ];

  test.each(refusals)('%s', async (_what, bytes, status, code) => {
    const heard = await post(bytes);
    expect([heard.status, codeOf(heard), heard.isSigned]).toEqual([status, code, true]);
    expect(heard.text).toMatch(/"message":"[^"]*[一-鿿]/);
  });

  test('more than a megabyte', async () => {
    const heard = await post(
      messageOf(side, { body: transferBody({ pad: 'x'.repeat(1_100_000) }) }),
    );
    expect([heard.status, codeOf(heard)]).toEqual([413, 'too-large']);
  });

  test('a refused name is free for what is right', async () => {
    const id = randomUUID();
    expect((await post(messageOf(side, { id, kind: 'greeting' }))).status).toBe(422);
    expect((await post(messageOf(side, { id }))).status).toBe(200);
  });
});

describe('the rest', () => {
  test('a file ahead of its message, and the day it was', async () => {
    const { photo } = await import('../../../../stories/kit/photo.ts');
    const bytes = photo({ takenAt: server.clock.now(), at: { lng: 117.4, lat: 23.7 } });
    const digest = sha256(bytes);
    const put = await sendTo(server, side, `/files/${digest}`, bytes, { method: 'PUT' });
    expect([put.status, put.body]).toEqual([200, { sha256: digest, size: bytes.length }]);
    const wrong = await sendTo(server, side, `/files/${'b'.repeat(64)}`, bytes, { method: 'PUT' });
    expect(codeOf(wrong)).toBe('field');
    const attachments = [{ name: 'a.jpg', type: 'image/jpeg', size: bytes.length, sha256: digest }];
    const at = '2026-03-05T00:30:00+08:00';
    const heard = await post(messageOf(side, { attachments, at, sender: 'P-file' }));
    expect(heard.status).toBe(200);
    const day = await sendTo(server, side, '/days/2026-03-05', '', { method: 'GET' });
    expect(day.body.rows).toMatchObject([
      {
        direction: 'received',
        kind: 'transfer',
        state: 'applied',
        case: { sender: 'P-file', receiver: heard.body.number },
      },
    ]);
    expect(codeOf(await sendTo(server, side, '/days/tomorrow', '', { method: 'GET' }))).toBe(
      'field',
    );
  });

  test('health needs no signature', async () => {
    const heard = await fetch(`${server.url}/api/exchange/v1/health`);
    expect(await heard.json()).toMatchObject({ ok: true, versions: ['1'] });
  });
});
