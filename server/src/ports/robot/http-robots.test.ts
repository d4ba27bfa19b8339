import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpRobots } from './http-robots.ts';

let listener: Server;
let url = '';
let says = '{"errcode":0,"errmsg":"ok"}';
const asked: { path: string; body: string }[] = [];
beforeAll(async () => {
  listener = createServer((request, reply) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      asked.push({ path: request.url ?? '', body });
      reply.end(says);
    });
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  const address = listener.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/robot?key=k`;
});
afterAll(() => {
  listener.close();
});

const unit = '350600.zjj';
const sending = () => ({
  key: 'm',
  to: unit,
  text: '工单待签收',
  signal: AbortSignal.timeout(5000),
});
const robots = (kind: 'wecom' | 'dingtalk', secret: string | null) =>
  httpRobots({ [unit]: { kind, url, secret } }, ['127.0.0.0/8']);

test('a robot is told in the shape both houses take', async () => {
  await robots('wecom', null).send(sending());
  const [{ path, body } = { path: '', body: '{}' }] = asked.splice(0);
  expect(path).toBe('/robot?key=k');
  expect(JSON.parse(body)).toEqual({ msgtype: 'text', text: { content: '工单待签收' } });
});

test('DingTalk’s is signed over its time', async () => {
  await robots('dingtalk', 'SEC-not-one').send(sending());
  const [{ path } = { path: '' }] = asked.splice(0);
  const query = new URL(path, 'http://x').searchParams;
  const time = query.get('timestamp') ?? '';
  const sign = createHmac('sha256', 'SEC-not-one').update(`${time}\nSEC-not-one`).digest('base64');
  expect(query.get('sign')).toBe(sign);
});

test('an errcode in a 200 is a no; what is no answer is none; private networks are not asked', async () => {
  const refusal = (answer: string) => {
    says = answer;
    return robots('wecom', null)
      .send(sending())
      .catch((error: unknown) => error);
  };
  expect(await refusal('{"errcode":45009,"errmsg":"api freq out of limit"}')).toMatchObject({
    reason: 'errcode-45009',
    isFinal: false,
  });
  expect(await refusal('gateway')).toMatchObject({ reason: 'nonsense', mayHaveLeft: true });
  const closed = httpRobots({ [unit]: { kind: 'wecom', url, secret: null } }, []);
  await expect(closed.send(sending())).rejects.toMatchObject({
    reason: 'private-address',
    mayHaveLeft: false,
  });
});

test('the twenty-first within a minute waits', async () => {
  says = '{"errcode":0}';
  const one = robots('wecom', null);
  for (let no = 0; no < 20; no += 1) await one.send(sending());
  await expect(one.send(sending())).rejects.toMatchObject({ reason: 'too-many', isFinal: false });
});
