import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type Asked,
  type Open311City,
  open311City,
  type Said,
} from '../../../../test/exchange/open311-city.ts';
import { codeOf, messageOf, otherSide, sendTo } from '../../../../test/exchange/other-side.ts';
import { registerPeer } from '../../../../test/exchange/peer-kit.ts';
import { testServer } from '../../../../test/kit.ts';
import {
  addPeer,
  createOrder,
  listMessages,
  reconcileDay,
  replayMessage,
  send,
} from '../../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../../demo/invented.ts';
import { systemActor } from '../../../platform/actor.ts';
import type { Context } from '../../../platform/context.ts';
import type { TestServer } from '../../../platform/testing/test-server.ts';
import { transact } from '../../../platform/transact.ts';
import { ofOrder } from '../../dispatch/index.ts';
import { casesOfOrder, queueMessage } from '../../exchange/index.ts';
import * as orders from '../../orders/index.ts';
import { askedAnew } from './ask-anew.ts';

const recorded = (name: string): string =>
  readFileSync(new URL(`../recorded/open311/${name}`, import.meta.url), 'utf8');
const nothing: Said = { status: 404, body: '[]' };

let server: TestServer;
let json: Open311City;
let xml: Open311City;

beforeAll(async () => {
  server = await testServer();
  json = await open311City(() => nothing);
  xml = await open311City(() => nothing);
  for (const [code, unit, city] of [
    ['json-city', '350602.zjj', json],
    ['xml-city', '350602.cgj', xml],
  ] as const)
    await registerPeer(server, otherSide(code), {
      adapter: 'open311',
      unit_code: unit,
      base_url: `${city.url}?jurisdiction_id=city.example`,
    });
});
afterAll(async () => {
  await json.stop();
  await xml.stop();
  await server.stop();
});

const asSystem = <T>(work: (ctx: Context) => Promise<T>) =>
  transact(server.runtime, systemActor, work);
const phone = inventedPhoneOf('open311');

interface Lamp {
  readonly matterCode: string;
  readonly fields: Record<string, string>;
  readonly secrecy?: 0 | 1;
  readonly words?: string;
}
const lamp: Lamp = { matterCode: '010105', fields: { lamp_problem: 'off' } };

async function lampFor(lead: string, more: Lamp) {
  const { orderId } = await asSystem((ctx) =>
    createOrder(ctx, {
      type: 'QZ',
      matterCode: more.matterCode,
      areaCode: '350602001000',
      fields: { road_name: '示例路', ...more.fields },
      content: `示例路口的路灯坏了三天,晚上很暗。我的电话是${phone}。${more.words ?? ''}`,
      address: '示例路口',
      fileIds: [],
      anonymous: false,
      secrecy: more.secrecy ?? 0,
      needsReply: true,
      needsCallBack: true,
      requester: { kind: 'person', isSelf: true, tags: [], name: '示例人', phone },
      result: 'dispatch',
    }),
  );
  const to = { lead, linkage: [], assists: [], copies: [], note: '' };
  await asSystem((ctx) => send(ctx, { orderId, ...to }));
  return orderId;
}

const notesOf = async (orderId: string) =>
  (await asSystem((ctx) => orders.textsOf(ctx, orderId)))
    .filter(({ kind }) => kind === 'note')
    .map(({ content }) => content)
    .join('\n');
const stateOf = async (orderId: string) =>
  (await asSystem((ctx) => ofOrder(ctx, orderId)))[0]?.state;
const deadOf = async (orderId: string) => {
  const { rows } = await asSystem((ctx) => listMessages(ctx, { box: 'dead' }));
  return rows.filter((row) => row.orderId === orderId);
};
const posts = (city: Open311City) => city.asked.filter(({ method }) => method === 'POST');

/** The city as its recording says, but for what a test has it say. */
function recordedCity(own: (asked: Asked) => Said | null | undefined): Open311City['answer'] {
  return (asked) => {
    const said = own(asked);
    if (said !== undefined) return said;
    if (asked.path.startsWith('services.json')) return { body: recorded('json-services.json') };
    if (asked.path.startsWith('services/010105.json'))
      return { body: recorded('json-definition.json') };
    return nothing;
  };
}
beforeEach(() => {
  json.asked.length = 0;
  xml.asked.length = 0;
});

test('JSON: a duty is filed once without the requester, and what the city says of it is the unit’s progress', async () => {
  let now = 'json-open.json';
  json.answer = recordedCity(({ method, path }) => {
    if (method === 'POST') return { status: 201, body: recorded('json-filed.json') };
    return path.startsWith('requests.json') ? { body: recorded(now) } : undefined;
  });
  const orderId = await lampFor('350602.zjj', lamp);
  await server.advance(3);
  const [post] = posts(json);
  const form = Object.fromEntries(post?.form ?? []);
  const { order_no } = await asSystem((ctx) => orders.lock(ctx, orderId));
  expect(form).toMatchObject({
    api_key: 'secret of json-city',
    jurisdiction_id: 'city.example',
    service_code: '010105',
    'attribute[lamp_problem]': 'off',
  });
  expect(form).not.toHaveProperty('attribute[road_name]');
  expect(form.description).toContain(order_no);
  expect(JSON.stringify(form)).not.toMatch(new RegExp(`${phone}|示例人`));
  expect(json.asked.at(-1)?.path).toContain('service_request_id=638344');
  expect(await notesOf(orderId)).toMatch(/对方编号 638344[\s\S]*处理中:Crew assigned\./);
  expect(await stateOf(orderId)).toBe('signed');
  now = 'json-closed.json';
  await server.advance(5);
  await server.advance(5);
  // The answer wants evidence that GeoReport has no word for: a person adds it.
  expect(await deadOf(orderId)).toMatchObject([{ kind: 'result', direction: 'in' }]);
  expect(posts(json)).toHaveLength(1);
  json.asked.length = 0;
  await server.advance(5);
  expect(json.asked).toEqual([]);
});

test('XML: a token is asked after until the number is there; closed without a word is no answer', async () => {
  let token = 'xml-token-waits.xml';
  xml.answer = ({ method, path }) => {
    if (path.startsWith('services.xml')) return { body: recorded('xml-services.xml') };
    if (method === 'POST') return { body: recorded('xml-token.xml') };
    if (path.startsWith('tokens/tok-1.xml')) return { body: recorded(token) };
    // It knows no lists of numbers.
    if (path.startsWith('requests/X-7.xml')) return { body: recorded('xml-closed.xml') };
    return path.startsWith('requests.xml') ? { body: '<service_requests/>' } : nothing;
  };
  const orderId = await lampFor('350602.cgj', lamp);
  await server.advance(3);
  expect(await stateOf(orderId)).toBe('sent');
  token = 'xml-token-known.xml';
  await server.advance(6);
  expect(await stateOf(orderId)).toBe('signed');
  expect(await notesOf(orderId)).toMatch(/对方编号 X-7[\s\S]*没有写明办理情况/);
  expect(await deadOf(orderId)).toEqual([]);
});

test('an answer that was lost is looked for by our number, never sent again by itself', async () => {
  let listed = '[]';
  json.answer = recordedCity(({ method, path }) => {
    if (method === 'POST') return null;
    return path.startsWith('requests.json') ? { body: listed } : undefined;
  });
  const lost = await lampFor('350602.zjj', lamp);
  await server.advance(20);
  const [letter] = await deadOf(lost);
  expect(letter).toMatchObject({ errorCode: 'unsure', kind: 'transfer' });
  expect(letter?.errorWords).toContain('请先向对方核实');
  expect(posts(json)).toHaveLength(1);
  const found = await lampFor('350602.zjj', lamp);
  const { order_no } = await asSystem((ctx) => orders.lock(ctx, found));
  listed = JSON.stringify([
    { service_request_id: 'F-1', status: 'open', description: `(12345 工单 ${order_no})` },
  ]);
  await server.advance(20);
  expect(posts(json)).toHaveLength(2);
  expect(await notesOf(found)).toContain('对方编号 F-1');
  // A person says it did not arrive.
  json.answer = recordedCity(({ method }) =>
    method === 'POST' ? { body: '[{"service_request_id":"F-2"}]' } : undefined,
  );
  await asSystem((ctx) => replayMessage(ctx, { messageId: letter?.id ?? '' }));
  await server.advance(3);
  expect(await notesOf(lost)).toContain('对方编号 F-2');
});

test('what the city refuses, and words it has no place for, wait for a person with a sentence', async () => {
  json.answer = recordedCity(({ method, form }) => {
    if (method !== 'POST') return undefined;
    if (form.get('service_code') === '010108') return { body: '[{"service_notice":"Thanks."}]' };
    return { status: 400, body: recorded('json-errors.json') };
  });
  const refused = await lampFor('350602.zjj', lamp);
  const elsewhere = await lampFor('350602.zjj', {
    matterCode: '010103',
    fields: { sidewalk_problem: 'broken' },
  });
  const silent = await lampFor('350602.zjj', {
    matterCode: '010108',
    fields: { fixture: 'guardrail', fixture_problem: 'broken' },
  });
  await server.advance(3);
  expect(await deadOf(refused)).toMatchObject([
    { errorCode: 'bad-address', errorWords: '400 地址不在本市范围内' },
  ]);
  expect(await deadOf(elsewhere)).toMatchObject([{ errorCode: 'code' }]);
  expect(await deadOf(silent)).toEqual([]);
  expect(await notesOf(silent)).toContain('对方不给编号');
});

test('a number nobody could keep waits for a person, who reads that it did arrive', async () => {
  json.answer = recordedCity(({ method }) =>
    method === 'POST' ? { body: `[{"service_request_id":"${'9'.repeat(80)}"}]` } : undefined,
  );
  const orderId = await lampFor('350602.zjj', lamp);
  await server.advance(10);
  const [letter] = await deadOf(orderId);
  expect(letter).toMatchObject({ errorCode: 'number', kind: 'transfer' });
  expect(letter?.errorWords).toContain('请不要重新发送');
  expect(posts(json)).toHaveLength(1);
});

test('busy or without its key it is asked again, and that is no second request', async () => {
  let status = 503;
  json.answer = recordedCity(({ method }) => {
    if (method !== 'POST') return undefined;
    const headers = { 'retry-after': '30' };
    if (status !== 200) return { status, body: '[]', headers };
    return { body: '[{"service_request_id":"B-1"}]' };
  });
  const orderId = await lampFor('350602.zjj', lamp);
  await server.advance(0);
  status = 403;
  await server.advance(2);
  status = 200;
  await server.advance(10);
  expect(await deadOf(orderId)).toEqual([]);
  expect(await notesOf(orderId)).toContain('对方编号 B-1');
});

test('what is to be kept secret does not leave, nor what came this way already', async () => {
  json.answer = recordedCity(() => undefined);
  const secret = await lampFor('350602.zjj', { ...lamp, secrecy: 1 });
  await lampFor('350602.zjj', { ...lamp, words: '(12345 工单 1-2)' });
  await server.advance(3);
  expect(posts(json)).toEqual([]);
  expect(await stateOf(secret)).toBe('sent');
});

test('no day is compared with a city: its interface knows no such question', async () => {
  const day = '2026-01-01';
  const asked = asSystem((ctx) => reconcileDay(ctx, { peer: 'json-city', day }));
  await expect(asked).rejects.toMatchObject({ code: 'exchange.not-compared' });
});

test('by the key a city gave us nobody comes in as that city', async () => {
  const side = otherSide('json-city');
  const heard = await sendTo(server, side, '/messages', messageOf(side));
  expect([heard.status, codeOf(heard)]).toEqual([401, 'unknown-peer']);
});

test('a city is registered with the unit it works for and the key it gave us, however short', async () => {
  const asked = {
    code: 'new-city',
    name: '示例城市',
    adapter: 'open311',
    baseUrl: 'https://city.example/open311/v2',
    ownCode: 'minsheng-test',
    scheme: 'hmac-sha256',
    perMinute: 600,
  } as const;
  const add = (more: { unitCode?: string; apiKey?: string }) =>
    asSystem((ctx) => addPeer(ctx, { ...asked, ...more }));
  const unitCode = '350602.jyj';
  await expect(add({ apiKey: 'k1' })).rejects.toMatchObject({ code: 'exchange.unit-needed' });
  await expect(add({ unitCode })).rejects.toMatchObject({ code: 'exchange.key-needed' });
  expect(await add({ unitCode, apiKey: 'k1' })).toEqual({ code: 'new-city', ownPublicKey: null });
});

test('what has to be done again is a request of its own, and from then on that one is asked after', async () => {
  let id = 'A-1';
  json.answer = recordedCity(({ method }) =>
    method === 'POST' ? { body: JSON.stringify([{ service_request_id: id }]) } : undefined,
  );
  const orderId = await lampFor('350602.zjj', lamp);
  await server.advance(3);
  id = 'A-2';
  await asSystem(async (ctx) => {
    const [about] = await casesOfOrder(ctx, orderId);
    if (about) await queueMessage(ctx, about.id, await askedAnew(ctx, about, '换过以后仍然不亮。'));
  });
  await server.advance(3);
  expect(posts(json)).toHaveLength(2);
  expect(posts(json)[1]?.form.get('description')).toMatch(/仍然不亮[\s\S]*路灯坏了三天/);
  const asked = json.asked.filter(({ path }) => path.includes('service_request_id')).at(-1);
  expect(asked?.path).toContain('A-2');
  expect(asked?.path).not.toContain('A-1');
});

test('whoever died with a request in hand has perhaps sent it: it is looked for, and not sent again', async () => {
  const headers = { 'retry-after': '60' };
  json.answer = recordedCity(({ method }) =>
    method === 'POST' ? { status: 503, body: '[]', headers } : undefined,
  );
  const orderId = await lampFor('350602.zjj', lamp);
  await server.advance(0);
  expect(posts(json)).toHaveLength(1);
  // A claim that nobody has recorded the end of.
  await server.runtime.db.pool.query(
    "update exchange.pending set claimed_until = $1 where peer = 'json-city' and state = 'waiting'",
    [server.clock.now()],
  );
  json.answer = recordedCity(({ method, path }) => {
    if (method === 'POST') return { body: '[{"service_request_id":"D-1"}]' };
    return path.startsWith('requests.json') ? { body: '[]' } : undefined;
  });
  await server.advance(30);
  expect(posts(json)).toHaveLength(1);
  expect(await deadOf(orderId)).toMatchObject([{ errorCode: 'unsure' }]);
});
