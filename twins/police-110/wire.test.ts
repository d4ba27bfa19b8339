import { createHmac, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { realSeconds } from './clock.ts';
import { aTransfer, type Pair, startPair } from './testing/pair.ts';
import { sha256, signAnswered } from './wire/signature.ts';

let pair: Pair;
beforeAll(async () => {
  pair = await startPair();
});
afterAll(() => pair.end());

const errorBody = z.object({
  error: z.looseObject({ code: z.string(), message: z.string(), field: z.string().optional() }),
});
const receiptBody = z.object({
  id: z.string(),
  receipt: z.string(),
  number: z.string().nullable(),
  held: z.boolean(),
});

interface Wishes {
  readonly time: string;
  readonly secret: string;
  readonly peer: string;
}

/** A request as docs/exchange.md says, written here a second time so that both readings must agree. */
async function ask(method: string, path: string, body: string, other: Partial<Wishes> = {}) {
  const url = new URL(`${pair.police.base}${path}`);
  const time = other.time ?? String(realSeconds());
  const peer = other.peer ?? 'hotline';
  const text = [method, url.pathname + url.search, time, peer, sha256(Buffer.from(body))];
  const mac = createHmac('sha256', other.secret ?? pair.secret).update(text.join('\n'));
  const signature = `hmac-sha256=${mac.digest('hex')}`;
  const response = await fetch(url, {
    method,
    headers: { 'x-peer': peer, 'x-time': time, 'x-signature': signature },
    ...(method === 'GET' ? {} : { body }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const answerTime = response.headers.get('x-time') ?? '';
  const expected = signAnswered(pair.secret, {
    status: response.status,
    requestSignature: signature,
    time: answerTime,
    body: bytes,
  });
  const isSigned = response.headers.get('x-signature') === expected;
  return { status: response.status, isSigned, body: bytes.toString() };
}

interface Told {
  readonly sender: string;
  readonly seq: number;
  readonly [field: string]: unknown;
}

const envelope = ({ sender, seq, ...other }: Told) => ({
  version: '1',
  id: randomUUID(),
  kind: 'transfer',
  seq,
  at: '2026-01-02T03:04:05+08:00',
  case: { sender, receiver: null },
  via: ['hotline'],
  body: aTransfer('测试移送'),
  attachments: [],
  ...other,
});

const post = (message: object, other?: Partial<Wishes>) =>
  ask('POST', '/messages', JSON.stringify(message), other);

const codeOf = (body: string) => errorBody.parse(JSON.parse(body)).error.code;

test('the same message again gets the first receipt; other bytes under its id are refused', async () => {
  const message = envelope({ sender: 'again', seq: 1 });
  const first = await post(message);
  expect([first.status, first.isSigned]).toEqual([200, true]);
  const second = await post(message);
  expect(second.body).toBe(first.body);
  const other = await post({ ...message, at: '2026-01-02T03:04:06+08:00' });
  expect([other.status, codeOf(other.body), other.isSigned]).toEqual([409, 'id-reused', true]);
  const taken = await post(envelope({ sender: 'again', seq: 1 }));
  expect([taken.status, codeOf(taken.body)]).toEqual([409, 'seq-taken']);
});

test('what comes before its forerunner is held, and applied in order with it', async () => {
  const late = envelope({ sender: 'order', seq: 2, kind: 'urge', body: { words: '请快些' } });
  const held = receiptBody.parse(JSON.parse((await post(late)).body));
  expect(held).toMatchObject({ held: true, number: null });
  await post(envelope({ sender: 'order', seq: 1 }));
  const again = receiptBody.parse(JSON.parse((await post(late)).body));
  expect(again).toMatchObject({ held: false, receipt: held.receipt });
  const { received } = await pair.police.case(again.number ?? '');
  expect(received.map(({ kind, state }) => [kind, state])).toEqual([
    ['transfer', 'applied'],
    ['urge', 'applied'],
  ]);
});

test.each([
  ['a version nobody speaks', { version: '9' }, 400, 'version'],
  ['a kind nobody knows', { kind: 'sing' }, 422, 'kind'],
  ['a mode nobody knows', { body: { ...aTransfer('x'), mode: 'fly' } }, 422, 'field'],
  ['a message that was here already', { via: ['police-110', 'hotline'] }, 508, 'loop'],
  ['nine systems on the way', { via: [...'abcdefghi'] }, 508, 'loop'],
  [
    'a file that never came',
    { attachments: [{ name: 'a', type: 'b', size: 1, sha256: 'a'.repeat(64) }] },
    422,
    'file-missing',
  ],
  [
    'a case nobody knows',
    { kind: 'urge', body: { words: '?' }, case: { sender: 'lost', receiver: 'J0' } },
    422,
    'unknown-case',
  ],
])('%s is refused in words, signed, and kept nowhere', async (_, other, status, code) => {
  const refused = await post(envelope({ sender: `bad-${code}`, seq: 1, ...other }));
  expect([refused.status, codeOf(refused.body), refused.isSigned]).toEqual([status, code, true]);
  const { received } = dayRows(await ask('GET', '/days/2026-01-02', ''));
  expect(received.filter((sender) => sender === `bad-${code}`)).toEqual([]);
});

function dayRows({ body }: { body: string }) {
  const { rows } = z
    .object({ rows: z.array(z.object({ case: z.object({ sender: z.string() }) })) })
    .parse(JSON.parse(body));
  return { received: rows.map((row) => row.case.sender) };
}

test('strangers, wrong secrets and wrong clocks learn what to mend, and nothing else', async () => {
  const message = envelope({ sender: 'stranger', seq: 1 });
  const wrong = await post(message, { secret: 'another secret of enough signs' });
  expect([wrong.status, codeOf(wrong.body), wrong.isSigned]).toEqual([401, 'signature', false]);
  const stranger = await post(message, { peer: 'nobody' });
  expect([stranger.status, codeOf(stranger.body)]).toEqual([401, 'unknown-peer']);
  const late = await post(message, { time: String(realSeconds() - 301) });
  expect([late.status, codeOf(late.body)]).toEqual([401, 'clock']);
  const torn = await ask('POST', '/messages', '{"version": "1", "id"');
  expect([torn.status, codeOf(torn.body), torn.isSigned]).toEqual([400, 'body', true]);
  const large = await ask('POST', '/messages', 'x'.repeat(1_048_577)).catch(() => null);
  expect(large === null || large.status === 413).toBe(true);
});

test('a body that breaks off leaves nothing, and the program goes on', async () => {
  const { port } = new URL(pair.police.url);
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(
        'POST /exchange/v1/messages HTTP/1.1\r\nhost: x\r\ncontent-length: 90\r\n\r\n{"ver',
      );
      socket.end(() => socket.destroy());
    });
    socket.once('close', () => resolve());
  });
  expect((await fetch(`${pair.police.base}/health`)).status).toBe(200);
});

test('a file is known by its content', async () => {
  const bytes = '一张照片';
  const name = sha256(Buffer.from(bytes));
  const wrong = await ask('PUT', `/files/${name}`, 'other bytes');
  expect([wrong.status, codeOf(wrong.body)]).toEqual([422, 'field']);
  for (const _ of ['first', 'again'])
    expect((await ask('PUT', `/files/${name}`, bytes)).status).toBe(200);
  expect((await ask('GET', `/files/${name}`, '')).body).toBe(bytes);
  const attachments = [{ name: 'a.jpg', type: 'image/jpeg', size: 12, sha256: name }];
  expect((await post(envelope({ sender: 'photo', seq: 1, attachments }))).status).toBe(200);
});
