import * as contract from '@minsheng/contract';
import type { Route } from '@minsheng/contract/route.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { RouteEntry } from '../../src/platform/app.ts';
import type { TestServer } from '../../src/platform/testing/test-server.ts';
import { testServer } from '../kit.ts';
import { unitKey } from '../machine-key.ts';
import { anOrderFor } from '../open-api/an-order-for.ts';
import { fromSchema } from './from-schema.ts';

let server: TestServer;
let key = '';
let known: string[] = [];
beforeAll(async () => {
  server = await testServer();
  key = await unitKey(server, { unit: '350600.zjj', scopes: [...contract.apiScopes] });
  const order = await anOrderFor(server, '350600.zjj');
  known = [order.orderId, order.assignmentId];
});
afterAll(() => server.stop());

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'reply' in value;
const routes = new Map(
  Object.values(contract)
    .flatMap((part): unknown[] => (typeof part === 'object' ? Object.values(part) : []))
    .filter(isRoute)
    .map((route) => [`${route.method} ${route.path}`, route]),
);

const shown = (part: z.ZodType): unknown =>
  z.toJSONSchema(part, { io: 'input', unrepresentable: 'any' });

/** Of what is not in the contract: names that Open311 and the exchange read, whatever stands behind them. */
const loose = {
  type: 'object',
  properties: Object.fromEntries(
    [
      'start_date',
      'end_date',
      'updated_after',
      'q',
      'updated_before',
      'status',
      'page',
      'page_size',
      'service_code',
      'service_request_id',
      'lat',
      'long',
      'address_string',
      'description',
      'after',
      'cursor',
    ].map((name) => [name, { type: 'string' }]),
  ),
};

interface Shapes {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

function shapesOf({ method, path }: RouteEntry): Shapes {
  const route = routes.get(`${method} ${path}`);
  if (route)
    return { params: shown(route.params), query: shown(route.query), body: shown(route.body) };
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const params = Object.fromEntries(
    names.map((name) => [
      name,
      { anyOf: [{ type: 'string' }, { type: 'string', format: 'uuid' }] },
    ]),
  );
  return { params: { type: 'object', properties: params }, query: loose, body: loose };
}

interface Said {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

const words = z.record(z.string(), z.unknown()).catch({});

/** As a client would put it: half a character has no place in an address. */
const inAddress = (value: unknown): string =>
  encodeURIComponent(
    (typeof value === 'object' ? JSON.stringify(value) : String(value)).toWellFormed(),
  );

function addressOf({ path }: RouteEntry, { params, query }: Said): string {
  const named = words.parse(params);
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    inAddress(named[name] ?? 'json').slice(0, 2000),
  );
  const asked = Object.entries(words.parse(query))
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${inAddress(value).slice(0, 2000)}`);
  return `/api${filled}?${asked.join('&')}`;
}

async function statusOf(entry: RouteEntry, said: Said): Promise<number> {
  const isForm = entry.path.startsWith('/open311/') && entry.method === 'POST';
  const text = JSON.stringify(said.body ?? null);
  const { statusCode } = await server.app.fastify.inject({
    method: entry.method,
    url: addressOf(entry, said),
    headers: {
      authorization: `Bearer ${key}`,
      ...(entry.method === 'GET'
        ? {}
        : { 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' }),
    },
    ...(entry.method === 'GET'
      ? {}
      : { payload: isForm ? `api_key=${key}&${formOf(said)}` : text }),
  });
  return statusCode;
}

const formOf = ({ body }: Said): string =>
  Object.entries(words.parse(body))
    .map(([name, value]) => `${name}=${inAddress(value)}`)
    .join('&');

const perRoute = 12;

/** What moves the clock of the test itself is no endpoint of the program. */
const isOurs = ({ may, path }: RouteEntry): boolean =>
  may === 'public' && !path.startsWith('/clock');

test('whatever is sent to a public endpoint, it never answers that it has broken', {
  timeout: 120_000,
}, async () => {
  const broken: string[] = [];
  let sent = 0;
  for (const [index, entry] of server.app.registry.filter(isOurs).entries()) {
    const { params, query, body } = shapesOf(entry);
    const requests = fc.record({
      params: fromSchema(params, known),
      query: fromSchema(query, known),
      body: fromSchema(body, known),
    });
    for (const said of fc.sample(requests, { seed: 12_345 + index, numRuns: perRoute })) {
      sent += 1;
      const status = await statusOf(entry, said);
      if (status >= 500)
        broken.push(
          `${status} ${entry.method} ${entry.path} ${JSON.stringify(said).slice(0, 300)}`,
        );
    }
  }
  expect(sent).toBeGreaterThan(500);
  expect(broken.join('\n')).toBe('');
});

test('an address that no database keeps costs nobody their audit line', async () => {
  await server.app.audit.flush();
  await server.app.fastify.inject({ url: '/api/open311/v2/requests/%00%F0%9F.json' });
  await server.app.fastify.inject({ url: '/api/open311/v2/requests/a%00.json' });
  await expect(server.app.audit.flush()).resolves.toBeUndefined();
});
