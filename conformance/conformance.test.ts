import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../server/src/platform/testing/test-server.ts';
import { testServer } from '../server/test/kit.ts';
import { machineKey } from '../server/test/machine-key.ts';
import { conformance } from './suite.ts';

let server: TestServer;
let base = '';
let key: string | undefined;

beforeAll(async () => {
  server = await testServer();
  base = `${server.url}/api/open311/v2/`;
  key = await machineKey(server);
  // Spans and numbers are asked about requests that are there.
  for (const no of [1, 2]) await filed(`示例路 ${no} 号`);
});
afterAll(() => server.stop());

async function filed(address: string): Promise<void> {
  const response = await fetch(`${base}requests.json`, {
    method: 'POST',
    body: new URLSearchParams({
      api_key: key ?? '',
      service_code: '010105',
      address_string: address,
      description: '一盏路灯不亮',
      'attribute[road_name]': '示例路',
      'attribute[lamp_problem]': 'off',
    }),
  });
  expect(response.status).toBe(200);
}

async function factsOf(url: string): Promise<{ failed: string[]; passed: number }> {
  const lines: string[] = [];
  const { passed, failed } = await conformance(
    { base: url, jurisdiction: undefined, key, filesInProduction: false },
    (line) => lines.push(line),
  );
  const wrong = lines.filter((line) => line.startsWith('  ✗'));
  expect(wrong.length).toBe(failed);
  return { failed: wrong, passed };
}

describe('the conformance suite of GeoReport v2', () => {
  test('finds nothing wrong with this server, and files a request', async () => {
    const { failed, passed } = await factsOf(base);
    expect(failed).toEqual([]);
    expect(passed).toBeGreaterThan(150);
  });

  const planted: readonly [what: string, fact: RegExp, change: Change][] = [
    [
      'a type without a charset',
      /services\.xml names its type/,
      { type: (type) => type.replace(/;.*/, '') },
    ],
    [
      'a namespace',
      /uses no namespace/,
      { text: (text) => text.replace('<services>', '<services xmlns="urn:x">') },
    ],
    [
      'an unescaped ampersand',
      /discovery\.xml is well-formed/,
      { text: (text) => text.replace('</contact>', '&</contact>') },
    ],
    [
      'fractions of a second',
      /dates in whole seconds/,
      { text: (text) => text.replace(/(requested_datetime[":>]+[^"<]*)Z/g, '$1.123Z') },
    ],
    [
      'one format that says other than the other',
      /says the same in both formats/,
      { text: (text) => text.replace('<metadata>true</metadata>', '<metadata>false</metadata>') },
    ],
    [
      'a wrapped list',
      /has code, name, metadata/,
      { text: (text) => (text.startsWith('[{"service_code"') ? `{"services":${text}}` : text) },
    ],
    ['every refusal as 200', /POST without a key \(xml\) is 403/, { status: () => 200 }],
    [
      'an open door',
      /POST with a wrong key \(json\) is 403/,
      { status: (status) => (status === 403 ? 400 : status) },
    ],
  ];

  test.each(planted)('finds %s', async (_what, fact, change) => {
    const altered = await between(base, change);
    try {
      const { failed } = await factsOf(altered.url);
      expect(failed.some((line) => fact.test(line))).toBe(true);
    } finally {
      altered.stop();
    }
  });
});

interface Change {
  readonly text?: (text: string) => string;
  readonly type?: (type: string) => string;
  readonly status?: (status: number) => number;
}

/** Stands before the endpoint and changes what it answers. */
async function between(target: string, change: Change): Promise<{ url: string; stop(): void }> {
  const proxy: Server = createServer(async (request, reply) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = await fetch(new URL(`.${request.url ?? ''}`, target), {
      method: request.method ?? 'GET',
      ...(request.method === 'POST' && {
        headers: { 'content-type': request.headers['content-type'] ?? '' },
        body: Buffer.concat(chunks),
      }),
    });
    const type = answer.headers.get('content-type') ?? '';
    reply.statusCode = change.status?.(answer.status) ?? answer.status;
    reply.setHeader('content-type', change.type?.(type) ?? type);
    const text = await answer.text();
    reply.end(change.text?.(text) ?? text);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return { url: `http://127.0.0.1:${port}/`, stop: () => proxy.close() };
}
