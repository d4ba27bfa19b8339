import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { peersWithin } from '../peer/index.ts';
import { askOutward, type OutwardRequest } from './ask-outward.ts';
import { anywhere, reachable } from './networks.ts';

let listener: Server;
let url = '';
let elsewhere = 0;
const heard: string[] = [];
let answers: (reply: ServerResponse) => void = () => undefined;

beforeAll(async () => {
  listener = createServer(async (request, reply) => {
    if (request.url === '/elsewhere') elsewhere += 1;
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    heard.push(`${request.method} ${request.headers.host} ${Buffer.concat(parts)}`);
    answers(reply);
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  const address = listener.address();
  url = `http://localhost:${typeof address === 'object' && address ? address.port : 0}/here`;
});
afterAll(() => {
  listener.closeAllConnections();
  listener.close();
});

const question = (): OutwardRequest => ({ method: 'POST', url, headers: {}, body: 'words' });
const limits = (mostBytes: number | null = 100, milliseconds = 5000) => ({
  ...{ mayReach: anywhere, mostBytes },
  signal: AbortSignal.timeout(milliseconds),
});

test('what is answered is read, with its head', async () => {
  answers = (reply) => reply.writeHead(429, { 'Retry-After': '7' }).end('later');
  const { status, headers, body } = await askOutward(question(), limits());
  expect([status, headers.get('retry-after'), headers.get('x-none'), String(body)]).toEqual([
    429,
    '7',
    null,
    'later',
  ]);
  expect(heard.pop()).toBe(`POST ${new URL(url).host} words`);
});

test('where an answer leads nobody goes', async () => {
  answers = (reply) => reply.writeHead(307, { location: '/elsewhere' }).end();
  const { status } = await askOutward(question(), limits());
  expect([status, elsewhere]).toEqual([307, 0]);
});

test('an answer without an end, or larger than it may be, is cut off', async () => {
  answers = (reply) => void reply.writeHead(200).write('x'.repeat(200));
  await expect(askOutward(question(), limits())).rejects.toMatchObject({ reason: 'too-long' });
  answers = (reply) => void reply.writeHead(200).write('x');
  await expect(askOutward(question(), limits(100, 300))).rejects.toMatchObject({
    reason: 'timeout',
  });
  answers = () => undefined;
  await expect(askOutward(question(), limits(null, 300))).rejects.toMatchObject({
    reason: 'timeout',
  });
});

test('who hangs up has not answered', async () => {
  answers = (reply) => reply.destroy();
  await expect(askOutward(question(), limits())).rejects.toMatchObject({ reason: 'ECONNRESET' });
});

test('of the addresses of a name only those are tried that may be', async () => {
  answers = (reply) => reply.end();
  const tried: string[] = [];
  const mayReach = (address: string) => {
    tried.push(address);
    return address === '127.0.0.1';
  };
  const { status } = await askOutward(question(), { ...limits(), mayReach });
  expect([status, tried.includes('127.0.0.1')]).toEqual([200, true]);
  const closed = { ...limits(), mayReach: () => false };
  await expect(askOutward(question(), closed)).rejects.toMatchObject({ reason: 'private-address' });
});

test('the address where a cloud tells its machines their secrets is no open one', () => {
  const open = reachable([]);
  expect(['169.254.169.254', '100.100.100.200', 'fd00:ec2::254', 'fe80::1'].map(open)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('a peer within our own nets is asked only where they are named', async () => {
  heard.splice(0);
  answers = (reply) => reply.end('yes');
  const request = { ...question(), url: url.replace('localhost', '127.0.0.1'), body: null };
  for (const asked of [request, { ...request, url }])
    await expect(peersWithin([]).ask(asked)).rejects.toMatchObject({ reason: 'private-address' });
  expect(heard).toEqual([]);
  const { body } = await peersWithin(['127.0.0.0/8']).ask(request);
  expect(String(body)).toBe('yes');
});
