import { route } from '@minsheng/contract/route.ts';
import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Actor } from './actor.ts';
import { announce, isNew, tell } from './events.ts';
import { type App, mount, mountRaw } from './http.ts';
import { Refusal } from './refusal.ts';
import { actorAs } from './testing/actors.ts';
import { noPorts } from './testing/no-ports.ts';
import { type TestServer, testServerWith } from './testing/test-server.ts';

const orderId = '01900000-0000-7000-8000-000000000000';
const note = route({
  method: 'POST',
  path: '/test-orders/:orderId/notes',
  summary: 'Add a note',
  params: z.object({ orderId: z.uuid() }),
  body: z.object({
    text: z.string().min(1).max(100),
    wants: z.enum(['yes', 'no', 'extra', 'bug']),
  }),
  reply: z.object({ no: z.int(), at: z.iso.datetime() }),
});
const list = route({
  method: 'GET',
  path: '/test-orders',
  summary: 'List',
  query: z.object({ page: z.coerce.number().int().default(1) }),
  reply: z.object({ page: z.int() }),
});
const door = route({
  method: 'POST',
  path: '/test-door',
  summary: 'For everybody',
  reply: z.object({ who: z.string() }),
});

let runs = 0;
function routes(app: App): void {
  mount(
    app,
    note,
    { may: 'dispatch.send', audit: 'note added' },
    async (ctx, { wants, orderId: id }) => {
      runs += 1;
      if (wants === 'no')
        throw new Refusal('knowledge.expired', { title: '路灯', on: '2026-01-01' });
      if (wants === 'bug') throw new Error('a bug that says what nobody should read');
      const order = { kind: 'order', id: ctx.newId() } as const;
      isNew(ctx, order);
      tell(ctx, order, 'orders.note-added', { of: id });
      announce(ctx, 'unit:350600/350626/350626100', 'desk:to-dispatch');
      const reply = { no: runs, at: ctx.now.toISOString() };
      return wants === 'extra' ? { ...reply, secret: 'x' } : reply;
    },
  );
  mount(app, list, { may: 'signed-in', audit: 'orders listed' }, async (_, { page }) => ({ page }));
  mount(app, door, { may: 'public', audit: 'door opened' }, async (ctx) => ({
    who: ctx.actor.kind,
  }));
  mountRaw(
    app,
    {
      method: 'GET',
      path: '/test-file',
      may: 'public',
      audit: 'file read',
      summary: 'A file',
      limit: 2,
    },
    async ({ reply }) => reply.type('text/plain').send('bytes'),
  );
}

const at = new Date('2026-03-02T01:00:00Z');
const county = { unitCode: '350626', unitPath: '350600/350626' };
const people: Record<string, Actor> = {
  dispatcher: actorAs('dispatcher', at),
  'other-dispatcher': actorAs('dispatcher', at),
  agent: actorAs('agent', at),
  county: actorAs('county-dispatcher', at, county),
};
const resolveActor = async (request: FastifyRequest) =>
  people[request.headers.authorization?.replace('Bearer ', '') ?? ''] ?? null;

let server: TestServer;
beforeAll(async () => {
  server = await testServerWith({
    ports: noPorts,
    routes: [routes],
    resolveActor,
    allowTopics: async (ctx, wanted) => wanted.filter(() => ctx.actor.has('dispatch.send')),
  });
});
afterAll(() => server.stop());

const yes = { orderId, text: '一句话', wants: 'yes' } as const;
const dispatcher = { token: 'dispatcher' };

async function auditLines(word: string) {
  await server.app.audit.flush();
  const { rows } = await server.runtime.db.pool.query(
    'select path, actor_id, facts, refusal from platform.audit_line where word = $1 order by at, id',
    [word],
  );
  return rows;
}

describe('who may', () => {
  test('nobody, the wrong role, the right role, the public', async () => {
    await expect(server.call(note, yes)).rejects.toMatchObject({
      status: 401,
      code: 'identity.sign-in-needed',
    });
    await expect(server.call(note, yes, { token: 'agent' })).rejects.toMatchObject({
      status: 403,
      code: 'identity.not-permitted',
    });
    expect(await server.call(note, yes, dispatcher)).toMatchObject({ at: at.toISOString() });
    await expect(server.call(list, {})).rejects.toMatchObject({ status: 401 });
    expect(await server.call(list, { page: 3 }, { token: 'agent' })).toEqual({ page: 3 });
    expect(await server.call(door, {})).toEqual({ who: 'citizen' });
  });

  test('what was done, read and refused stands in the audit, by pattern and id only', async () => {
    const lines = await auditLines('note added');
    expect(lines.map(({ refusal }) => refusal).sort()).toEqual([
      'identity.not-permitted',
      'identity.sign-in-needed',
      null,
    ]);
    const stored = lines.find(({ refusal }) => refusal === null);
    expect(stored).toMatchObject({
      path: '/test-orders/:orderId/notes',
      actor_id: people.dispatcher?.accountId,
      facts: { orderId },
    });
    expect(JSON.stringify(lines)).not.toContain('一句话');
    expect(await auditLines('orders listed')).toHaveLength(2);
  });
});

describe('what goes wrong', () => {
  test('bad input names its fields and runs nothing', async () => {
    const before = runs;
    const bad = server.call(note, { orderId: 'x', text: '', wants: 'yes' }, dispatcher);
    await expect(bad).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('工单编号、短信内容'),
    });
    for (const text of ['a\0b', 'half a \ud83d'])
      await expect(server.call(note, { ...yes, text }, dispatcher)).rejects.toMatchObject({
        status: 400,
        code: 'platform.bad-input',
      });
    expect(runs).toBe(before);
  });

  test('a refusal is a sentence with its facts; a bug says nothing about itself', async () => {
    await expect(server.call(note, { ...yes, wants: 'no' }, dispatcher)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('条目“路灯”已于 2026-01-01 过期'),
    });
    const bug = server.call(note, { ...yes, wants: 'bug' }, dispatcher);
    await expect(bug).rejects.toMatchObject({ status: 500, code: 'platform.fault' });
    await expect(bug).rejects.not.toThrow('nobody should read');
  });

  test('a reply that says more than the contract is a fault', async () => {
    await expect(server.call(note, { ...yes, wants: 'extra' }, dispatcher)).rejects.toMatchObject({
      status: 500,
    });
  });

  test('no JSON, too large, no such address', async () => {
    const post = (body: string) =>
      fetch(`${server.url}/api/test-door`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
    expect((await post('{')).status).toBe(400);
    expect((await post('')).status).toBe(200);
    expect(
      (await fetch(`${server.url}/api/test-door`, { method: 'POST', body: '{}' })).status,
    ).toBe(400);
    const long = await post(JSON.stringify('x'.repeat(2_000_000)));
    expect(long.status).toBe(413);
    expect(await long.json()).toMatchObject({ error: { code: 'platform.too-large' } });
    for (const address of ['nowhere', 'nowhere/%E0%A4%A']) {
      const nowhere = await fetch(`${server.url}/api/${address}`);
      expect(nowhere.status).toBe(404);
      expect(await nowhere.json()).toMatchObject({
        error: { code: 'platform.not-found', message: '没有这个地址。' },
      });
    }
  });

  test('a public operation has its limit', async () => {
    const read = async () => (await fetch(`${server.url}/api/test-file`)).status;
    expect([await read(), await read(), await read()]).toEqual([200, 200, 429]);
  });
});

describe('a replayed key', () => {
  const key = { ...dispatcher, idempotencyKey: 'key-0123456789' };

  test('runs once and gives the same reply, even to ten at once', async () => {
    const before = runs;
    const first = await server.call(note, yes, key);
    expect(await server.call(note, yes, key)).toEqual(first);
    expect(runs).toBe(before + 1);
    const crowd = { ...dispatcher, idempotencyKey: 'key-of-a-crowd' };
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => server.call(note, yes, crowd)),
    );
    expect(new Set(replies.map(({ no }) => no)).size).toBe(1);
    const { rows } = await server.runtime.db.pool.query('select reply from platform.idempotency');
    expect(rows).toHaveLength(2);
    expect(rows[0].reply.includes('"no"')).toBe(false);
  });

  test('with another body is refused, and another person may use the same key', async () => {
    const other = server.call(note, { ...yes, text: '另一句话' }, key);
    await expect(other).rejects.toMatchObject({ status: 409, code: 'platform.key-reused' });
    const before = runs;
    await server.call(note, yes, { ...key, token: 'other-dispatcher' });
    expect(runs).toBe(before + 1);
  });
});

test('OpenAPI 3.1 lists every operation with what it takes and gives', async () => {
  const page = JSON.parse(await (await fetch(`${server.url}/api/openapi.json`)).text());
  expect(page.openapi).toBe('3.1.0');
  const { post } = page.paths['/api/test-orders/{orderId}/notes'];
  expect(post.summary).toBe('Add a note');
  expect(post.requestBody.content['application/json'].schema.properties.text).toMatchObject({
    maxLength: 100,
  });
  expect(post.security).toEqual([{ session: [] }, { cookie: [] }]);
  expect(post.responses.default.content['application/json'].schema.required).toEqual(['error']);
  expect(post.parameters).toContainEqual(
    expect.objectContaining({ in: 'header', name: 'idempotency-key', required: false }),
  );
  const { get } = page.paths['/api/health'];
  expect([get.security, get.parameters]).toEqual([[], undefined]);
  expect(Object.keys(page.paths).sort()).toEqual(
    [
      ...new Set(server.app.registry.map(({ path }) => `/api${path.replace(/:(\w+)/g, '{$1}')}`)),
    ].sort(),
  );
});

test('every answer carries a policy that allows only our own', async () => {
  const paths = ['/', '/c/', '/api/test-file', '/api/openapi.json', '/api/no-such-place'];
  for (const path of paths) {
    const { headers } = await fetch(`${server.url}${path}`);
    const policy = headers.get('content-security-policy')?.split(';') ?? [];
    expect(policy, path).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "script-src 'self'",
        "script-src-attr 'none'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(Object.fromEntries(headers), path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': expect.stringMatching(/DENY|SAMEORIGIN/),
      'permissions-policy': expect.stringContaining('camera=()'),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers.get('x-powered-by'), path).toBeNull();
  }
});

describe('the live stream', () => {
  async function follow(
    token: string,
    topics: string,
  ): Promise<{ next(): Promise<string[]>; stop(): void }> {
    const stopping = new AbortController();
    const response = await fetch(`${server.url}/api/stream?${topics}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: stopping.signal,
    });
    if (!response.body) throw new Error('no stream');
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const next = async (): Promise<string[]> => {
      for (;;) {
        const { value = '' } = await reader.read();
        const data = /data: (.+)\n/.exec(value)?.[1];
        if (data) return JSON.parse(data).topics;
      }
    };
    return { next, stop: () => stopping.abort() };
  }

  test('everyone hears what they may, within a second of the change', async () => {
    const desk = await follow('dispatcher', 'topic=desk:to-dispatch');
    const unit = await follow('county', 'topic=desk:to-dispatch');
    const from = performance.now();
    await server.call(note, yes, dispatcher);
    expect(await desk.next()).toEqual(['desk:to-dispatch']);
    expect(await unit.next()).toEqual(['unit:350600/350626/350626100']);
    expect(performance.now() - from).toBeLessThan(1000);
    desk.stop();
    unit.stop();
  });

  test('after the database was gone it says so once it hears again, so that nothing falls between', async () => {
    const desk = await follow('dispatcher', 'topic=desk:to-dispatch');
    const hearing = `select pid from pg_stat_activity where query = 'listen minsheng' and datname = current_database()`;
    const { pool } = server.runtime.db;
    const { rows: before } = await pool.query<{ pid: number }>(hearing);
    await pool.query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [
      before.map(({ pid }) => pid),
    ]);
    expect(await desk.next()).toEqual(['*']);
    const { rows: after } = await pool.query<{ pid: number }>(hearing);
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
    desk.stop();
  });

  test('is closed to nobody in particular', async () => {
    expect((await fetch(`${server.url}/api/stream`)).status).toBe(401);
  });
});
