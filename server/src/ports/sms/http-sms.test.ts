import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpSms } from './http-sms.ts';

let listener: Server;
let url = '';
let says: { status: number; body: string } = { status: 200, body: '' };
const heard: { body: string; type: string | undefined; key: string | undefined }[] = [];

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

beforeAll(async () => {
  listener = createServer(async (request, reply) => {
    const { 'content-type': type, 'x-key': key } = request.headers;
    heard.push({ body: await bodyOf(request), type, key: key?.toString() });
    if (says.status === 0) reply.destroy();
    else reply.writeHead(says.status).end(says.body);
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  const address = listener.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/send`;
});
afterAll(() => {
  listener.close();
});

/** A port that was free a moment ago. */
async function nowhere(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}/`;
}

const settings = () => ({
  url,
  headers: { 'x-key': 'k' },
  body: { mobile: '{to}', list: [{ content: '{text}' }], id: '{key}', sign: 'fixed' },
  form: false,
  taken: { field: 'code', words: ['0'] },
  busy: ['limit'],
  ref: 'data.id',
  knowsKeys: true,
  receipts: null,
});

const sending = () => ({
  key: 'm-1',
  to: 'somebody',
  text: '他说"好"{to}\n',
  signal: AbortSignal.timeout(5000),
});
const send = (more: object = {}) => httpSms({ ...settings(), ...more }).send(sending());
const refusal = (answer: typeof says) => {
  says = answer;
  return send().catch((error: unknown) => error);
};

test('a message is put into the body as it is, and the carrier’s number is kept', async () => {
  says = { status: 200, body: '{"code":0,"data":{"id":"a-7"}}' };
  expect(await send()).toEqual({ ref: 'a-7' });
  const [asked] = heard.splice(0);
  expect(asked?.key).toBe('k');
  // What a text says in braces is a part of the text.
  expect(JSON.parse(asked?.body ?? '')).toEqual({
    mobile: 'somebody',
    list: [{ content: '他说"好"{to}\n' }],
    id: 'm-1',
    sign: 'fixed',
  });
});

test('as a form, where the gateway wants one', async () => {
  says = { status: 200, body: '{"code":"0"}' };
  expect(await send({ form: true, body: { mobile: '{to}', text: '{text}' } })).toEqual({
    ref: null,
  });
  const [asked] = heard.splice(0);
  expect(asked?.type).toBe('application/x-www-form-urlencoded');
  expect(new URLSearchParams(asked?.body).get('text')).toBe('他说"好"{to}\n');
});

test('a no passes or is for good by its word; an answer nobody understands is none', async () => {
  expect(await refusal({ status: 200, body: '{"code":"limit"}' })).toMatchObject({
    reason: 'limit',
    isFinal: false,
  });
  expect(await refusal({ status: 200, body: '{"code":"black"}' })).toMatchObject({ isFinal: true });
  // A word that could hold a number is not kept.
  expect(await refusal({ status: 200, body: '{"code":"to 1234567"}' })).toMatchObject({
    reason: 'unknown-word',
  });
  expect(await refusal({ status: 503, body: '' })).toMatchObject({
    reason: 'status-503',
    isFinal: false,
  });
  expect(await refusal({ status: 422, body: '' })).toMatchObject({ isFinal: true });
  expect(await refusal({ status: 200, body: '<html>' })).toMatchObject({
    reason: 'nonsense',
    mayHaveLeft: true,
  });
  expect(await refusal({ status: 0, body: '' })).toMatchObject({ mayHaveLeft: true });
  const nobody = send({ url: await nowhere() }).catch((error: unknown) => error);
  expect(await nobody).toMatchObject({ reason: 'ECONNREFUSED', mayHaveLeft: false });
});
