import { gunzipSync } from 'node:zlib';
import { openApi } from '@minsheng/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../src/platform/actor.ts';
import { handledApart, handledJobs } from '../../src/platform/jobs.ts';
import type { TestServer } from '../../src/platform/testing/test-server.ts';
import { transact } from '../../src/platform/transact.ts';
import { call, testServer } from '../kit.ts';
import { unitKey } from '../machine-key.ts';
import { anOrderFor } from './an-order-for.ts';

const day = '2026-03-02';
const unit = '350600.zjj';
const asked = { fromOn: day, toOn: day, purpose: '导入本区自有系统' };
let server: TestServer;
let token = '';
beforeAll(async () => {
  server = await testServer();
  token = await unitKey(server, { unit, scopes: ['export:read'] });
});
afterAll(() => server.stop());

const fetchPart = (exportId: string, no: number, by: string) =>
  fetch(`${server.url}/api/open/v1/exports/${exportId}/parts/${no}`, {
    headers: { authorization: `Bearer ${by}` },
  });

test('orders of the unit in a span are written, fetched by whoever asked, and gone after a week', async () => {
  const own = await anOrderFor(server, unit);
  await anOrderFor(server, '350600.gaj');
  const { exportId } = await call(server.url, openApi.askExport, asked, { token });
  await expect(call(server.url, openApi.askExport, asked, { token })).rejects.toMatchObject({
    code: 'open-api.export-running',
  });
  await server.advance(0);
  const told = await call(server.url, openApi.readExport, { exportId }, { token });
  expect(told).toMatchObject({ state: 'done', orders: 1, parts: [{ no: 1, orders: 1 }] });
  const answer = await fetchPart(exportId, 1, token);
  const lines = gunzipSync(Buffer.from(await answer.arrayBuffer())).toString('utf8');
  expect(JSON.parse(lines)).toMatchObject({
    orderId: own.orderId,
    duties: [{ assignmentId: own.assignmentId, state: 'sent' }],
  });
  const stranger = await unitKey(server, { unit, scopes: ['export:read'] });
  expect((await fetchPart(exportId, 1, stranger)).status).toBe(404);
  // What its alarm does after seven days.
  await transact(server.runtime, systemActor, async (ctx) => {
    await handledJobs().get('open-api:drop-export')?.(ctx, { exportId });
  });
  const then = await call(server.url, openApi.readExport, { exportId }, { token });
  expect(then).toMatchObject({ state: 'expired', parts: [] });
  expect((await fetchPart(exportId, 1, token)).status).toBe(404);
});

test('a span of more than a quarter is refused, and another account’s export does not exist', async () => {
  await expect(
    call(server.url, openApi.askExport, { ...asked, toOn: '2026-12-31' }, { token }),
  ).rejects.toMatchObject({ code: 'open-api.export-span' });
  const exportId = '00000000-0000-7000-8000-000000000000';
  await expect(call(server.url, openApi.readExport, { exportId }, { token })).rejects.toMatchObject(
    { code: 'open-api.no-such-export' },
  );
});

test('one that never ended stands in nobody’s way after a day, and a run after a fall leaves nothing of the first', async () => {
  const own = await unitKey(server, { unit, scopes: ['export:read'] });
  const { exportId } = await call(server.url, openApi.askExport, asked, { token: own });
  await server.advance(0);
  const { pool } = server.runtime.db;
  await pool.query(
    `update open_api.export set state = 'waiting', asked_at = asked_at - interval '25 hours' where id = $1`,
    [exportId],
  );
  await pool.query(
    `insert into open_api.export_part (city_id, export_id, no, rows, bytes, digest)
     select city_id, id, 9, 1, 1, repeat('0', 64) from open_api.export where id = $1`,
    [exportId],
  );
  await handledApart().get('open-api:write-export')?.(server.runtime, { exportId });
  const told = await call(server.url, openApi.readExport, { exportId }, { token: own });
  expect(told.parts.map(({ no }) => no)).not.toContain(9);

  await pool.query(`update open_api.export set state = 'waiting' where id = $1`, [exportId]);
  await call(server.url, openApi.askExport, asked, { token: own });
  const then = await call(server.url, openApi.readExport, { exportId }, { token: own });
  expect(then.state).toBe('failed');
});
