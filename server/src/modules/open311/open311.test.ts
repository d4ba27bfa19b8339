import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { testServer } from '../../../test/kit.ts';
import { machineKey } from '../../../test/machine-key.ts';
import { systemActor } from '../../platform/actor.ts';
import { testStart } from '../../platform/testing/test-city.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import { transact } from '../../platform/transact.ts';
import * as orders from '../orders/index.ts';
import { orderOfToken } from './tokens.repo.ts';

let server: TestServer;
let key = '';

beforeAll(async () => {
  server = await testServer();
  key = await machineKey(server);
});
afterAll(() => server.stop());

const at = (path: string): string => `${server.url}/api/open311/v2/${path}`;

const rows = z.array(z.record(z.string(), z.unknown()));

async function read(path: string): Promise<{ status: number; type: string | null; text: string }> {
  const response = await fetch(at(path));
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    text: await response.text(),
  };
}

const listed = async (path: string) => rows.parse(JSON.parse((await read(path)).text));

async function file(said: Record<string, string>, format = 'json') {
  const response = await fetch(at(`requests.${format}`), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: new URLSearchParams(said),
  });
  return { status: response.status, text: await response.text() };
}

const lamp = (more: Record<string, string> = {}) => ({
  api_key: key,
  service_code: '010105',
  address_string: '示例路 1 号',
  description: '一盏路灯不亮 & <晚上> 看不清',
  'attribute[road_name]': '示例路',
  'attribute[lamp_problem]': 'off',
  ...more,
});

const idIn = (text: string): string =>
  z.array(z.object({ service_request_id: z.string() })).parse(JSON.parse(text))[0]
    ?.service_request_id ?? '';

describe('Open311', () => {
  test('discovery says where it is, in both formats', async () => {
    const { status, type, text } = await read('discovery.xml');
    expect([status, type]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(text).toContain('<specification>http://wiki.open311.org/GeoReport_v2</specification>');
    const told = z
      .object({ changeset: z.iso.datetime(), endpoints: z.array(z.object({ url: z.url() })) })
      .parse(JSON.parse((await read('discovery.json')).text));
    expect(told.endpoints[0]?.url).toMatch(/\/api\/open311\/v2\/$/);
  });

  test('services are an array, a definition an object; what only the centre asks is not among it', async () => {
    const services = await listed('services.json');
    expect(services.find((one) => one.service_code === '010105')).toMatchObject({
      type: 'realtime',
      metadata: true,
    });
    expect(JSON.parse((await read('services/010105.json')).text)).toMatchObject({
      service_code: '010105',
    });
    expect((await read('services/999999.xml')).status).toBe(404);
  });

  test('an ending that is neither is not found, and errors speak the format that was asked for', async () => {
    const { status, type, text } = await read('services.html');
    expect([status, type]).toEqual([404, 'text/xml; charset=utf-8']);
    expect(text).toContain('<errors><error><code>no-such-format</code>');
    expect(JSON.parse((await read('requests/350600-20200101-000001.json')).text)).toEqual([
      { code: 'no-such-request', description: expect.any(String) },
    ]);
  });

  test('without a key nobody files, with one that was ended neither', async () => {
    expect((await file(lamp({ api_key: '' }))).status).toBe(403);
    expect((await file(lamp({ api_key: 'x'.repeat(43) }))).status).toBe(403);
  });

  test('everything wrong is told at once', async () => {
    const { status, text } = await file({
      api_key: key,
      service_code: '010105',
      lat: '95',
      phone: 'abc',
      'attribute[nobody]': 'x',
    });
    expect(status).toBe(400);
    const codes = z.array(z.object({ code: z.string() })).parse(JSON.parse(text));
    expect(codes.map(({ code }) => code).toSorted()).toEqual(
      expect.arrayContaining([
        'half-a-location',
        'unknown-attribute-nobody',
        'wrong-lat',
        'wrong-phone',
      ]),
    );
  });

  test('what no database keeps is refused, wherever it stands', async () => {
    expect((await file(lamp({ description: 'a\0b, 路灯不亮' }))).status).toBe(400);
    expect((await read('requests.json?service_request_id=%00')).status).toBe(400);
    expect((await read('requests/%00.json')).status).toBe(404);
    expect((await read('tokens/%00.json')).status).toBe(404);
  });

  test('a request is an order that waits for an agent; nobody reads the words or the caller of it', async () => {
    const { status, text } = await file(
      lamp({ phone: '13900000000', last_name: '示例', lat: '24.513579', long: '117.654321' }),
    );
    expect(status).toBe(200);
    const id = idIn(text);
    const order = await transact(server.runtime, systemActor, (ctx) => orders.findByNo(ctx, id));
    expect(order).toMatchObject({ status: 'to-accept', channel: 'api', matter_code: '010105' });
    const told = await read(`requests/${id}.json`);
    expect(told.text).not.toMatch(/13900000000|不亮|示例路/);
    expect(rows.parse(JSON.parse(told.text))[0]).toMatchObject({
      service_request_id: id,
      status: 'open',
      service_code: '010105',
      lat: 24.514,
      long: 117.654,
      requested_datetime: testStart.toISOString().replace(/\.\d{3}Z$/, 'Z'),
    });
    expect((await listed('requests.json')).map((one) => one.service_request_id)).toContain(id);
    expect(await listed('requests.json?status=closed')).toEqual([]);
    expect(await listed('requests.json?service_code=010101')).toEqual([]);
  });

  test('of an order with secrecy, a report, one nobody asked for, or one nobody accepted, nothing is told', async () => {
    const id = idIn((await file(lamp())).text);
    const hide = (set: orders.OrderChange) =>
      transact(server.runtime, systemActor, async (ctx) => {
        const order = await orders.findByNo(ctx, id);
        if (order) await orders.change(ctx, order.id, set);
      });
    for (const set of [
      { secrecy: 1 },
      { secrecy: 0, type: 'JB' },
      { type: 'QZ', channel: 'proactive' },
      { channel: 'api', source_ref: null },
    ]) {
      await hide(set);
      expect((await read(`requests/${id}.json`)).status).toBe(404);
      expect((await listed('requests.json')).map((one) => one.service_request_id)).not.toContain(
        id,
      );
    }
  });

  test('the same form again is the same request, also at the same moment and by token; later it is another', async () => {
    const said = lamp({ description: '同一盏路灯又不亮' });
    const twins = await Promise.all([file(said), file(said)]);
    const again = await file(said, 'json');
    expect(new Set([...twins, again].map(({ text }) => idIn(text))).size).toBe(1);
    expect(idIn((await file({ ...said, address_string: '示例路 2 号' })).text)).not.toBe(
      idIn(again.text),
    );
    const jam = {
      api_key: key,
      service_code: '050203',
      address_string: '示例路口',
      description: '傍晚也堵车',
      'attribute[jam_hours]': '下午五点到六点',
    };
    expect((await file(jam)).text).toBe((await file(jam)).text);
    await server.advance(11);
    expect(idIn((await file(said)).text)).not.toBe(idIn(again.text));
  });

  test('what is kept to know a form again is no digest that could be guessed from', async () => {
    const said = lamp({ description: '又一盏路灯不亮' });
    const { rows } = await server.runtime.db.pool.query<{ id: string }>(
      `select id from identity.account where login = 'counter'`,
    );
    const sent = Object.entries(said)
      .filter(([name]) => name !== 'api_key')
      .map(([name, value]) => [name, [value]])
      .toSorted();
    const all = JSON.stringify([rows[0]?.id, sent]);
    const id = idIn((await file(said)).text);
    const order = await transact(server.runtime, systemActor, (ctx) => orders.findByNo(ctx, id));
    expect(order?.source_ref).toMatch(/^open311:[0-9a-f]{64}$/);
    expect(order?.source_ref).not.toContain(createHash('sha256').update(all).digest('hex'));
  });

  test('a batch service gives a token, and the token a number once somebody accepted it', async () => {
    const filed = await file({
      api_key: key,
      service_code: '050203',
      address_string: '示例路口',
      description: '早上总是堵车',
      'attribute[jam_hours]': '早上七点半到八点',
    });
    const token =
      z.array(z.object({ token: z.string() })).parse(JSON.parse(filed.text))[0]?.token ?? '';
    expect(await listed(`tokens/${token}.json`)).toEqual([{ service_request_id: null, token }]);
    const no = await transact(server.runtime, systemActor, async (ctx) => {
      const id = await orderOfToken(ctx, token);
      const order = await orders.lock(ctx, id ?? '');
      await orders.advance(ctx, order, 'accept', { data: {} });
      return order.order_no;
    });
    expect(await listed(`tokens/${token}.json`)).toEqual([{ service_request_id: no, token }]);
    expect((await read('tokens/nobody.json')).status).toBe(404);
  });

  test('a range is never wider than ninety days', async () => {
    const wide = 'start_date=2026-01-01T00:00:00Z&end_date=2026-04-30T00:00:00Z';
    expect((await read(`requests.json?${wide}`)).status).toBe(400);
    expect((await read('requests.json?start_date=yesterday')).status).toBe(400);
    expect((await read('requests.json?start_date=')).status).toBe(200);
    const changes = 'updated_after=2025-01-01T00:00:00Z&updated_before=2025-04-30T00:00:00Z';
    expect((await read(`requests.json?${changes}`)).status).toBe(400);
  });

  test('words find services and towns that are published, and nothing that anybody wrote', async () => {
    const id = idIn((await file(lamp({ description: '示例路口的灯灭了, 请来看看' }))).text);
    const found = async (words: string) =>
      (await listed(`requests.json?q=${encodeURIComponent(words)}`)).map(
        (one) => one.service_request_id,
      );
    expect(await found('street')).toContain(id);
    expect(await found('灯灭了')).toEqual([]);
    expect(await found('street 没有这个镇')).toEqual([]);
  });
});
