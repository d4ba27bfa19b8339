import { openApi } from '@minsheng/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { photo } from '../../../../stories/kit/photo.ts';
import { call, testServer } from '../../../test/kit.ts';
import { unitKey } from '../../../test/machine-key.ts';
import { anOrderFor } from '../../../test/open-api/an-order-for.ts';
import { testStart } from '../../platform/testing/test-city.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';

let server: TestServer;
let token = '';
beforeAll(async () => {
  server = await testServer();
  token = await unitKey(server, { unit: '350600.zjj', scopes: ['orders:read', 'orders:work'] });
});
afterAll(() => server.stop());

test('a district’s own system takes an order from the list to its result', async () => {
  const key = await anOrderFor(server, '350600.zjj');
  const { rows } = await call(server.url, openApi.listDuties, {}, { token });
  expect(rows).toMatchObject([{ ...key, state: 'sent', matterCode: '010105' }]);
  await call(server.url, openApi.signDuty, key, { token });
  await call(server.url, openApi.contactRequester, { ...key, reached: true }, { token });
  await call(server.url, openApi.noteProgress, { ...key, content: '已派人到现场' }, { token });
  const view = await call(server.url, openApi.readDuty, key, { token });
  const evidence = [];
  for (const [shade, { code }] of view.evidence.filter(({ required }) => required).entries())
    evidence.push({ code, fileId: await upload(shade + 1) });
  const { state } = await call(
    server.url,
    openApi.handIn,
    {
      ...key,
      isTrue: 'true',
      isSolved: 'solved',
      process: '已更换灯泡,路灯正常亮灯。',
      publicAnswer: '您好,路灯已修好,感谢您的反映。',
      evidence,
      measures: [{ kind: 'things', what: '更换灯泡' }],
    },
    { token },
  );
  expect(evidence.length).toBeGreaterThan(0);
  expect(state).toBe('submitted');
});

async function upload(shade: number): Promise<string> {
  const form = new FormData();
  form.set('purpose', 'evidence');
  const at = { lng: 117.65, lat: 24.51 };
  const bytes = new Uint8Array(photo({ takenAt: testStart, at, shade }));
  form.set('file', new Blob([bytes], { type: 'image/jpeg' }), 'lamp.jpg');
  const answer = await fetch(`${server.url}/api/open/v1/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  const { id } = z.object({ id: z.uuid() }).parse(await answer.json());
  const bytesBack = await fetch(`${server.url}/api/open/v1/files/${id}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(bytesBack.headers.get('content-type')).toBe('image/jpeg');
  return id;
}

test('the same key again gets the same answer, and with another body it is refused', async () => {
  const key = await anOrderFor(server, '350600.zjj');
  const wishes = { token, idempotencyKey: 'note-0000001' };
  const note = { ...key, content: '已联系施工队' };
  await call(server.url, openApi.noteProgress, note, wishes);
  await call(server.url, openApi.noteProgress, note, wishes);
  await expect(
    call(server.url, openApi.noteProgress, { ...note, content: '别的内容' }, wishes),
  ).rejects.toMatchObject({ status: 409, code: 'platform.key-reused' });
});

test('another unit’s order does not exist, and without the scope nothing is done', async () => {
  const key = await anOrderFor(server, '350600.gaj');
  await expect(call(server.url, openApi.signDuty, key, { token })).rejects.toMatchObject({
    status: 404,
    code: 'orders.no-such-order',
  });
  await expect(call(server.url, openApi.readChanges, {}, { token })).rejects.toMatchObject({
    status: 403,
    code: 'identity.key-scope',
  });
  await expect(call(server.url, openApi.listDuties, {})).rejects.toMatchObject({ status: 401 });
  await server.app.audit.flush();
  const { rows } = await server.runtime.db.pool.query(
    `select refusal, actor_kind, unit_code from platform.audit_line
     where refusal in ('orders.no-such-order', 'identity.key-scope', 'identity.key-needed') order by id`,
  );
  const machine = { actor_kind: 'machine', unit_code: '350600.zjj' };
  expect(rows).toEqual([
    { refusal: 'orders.no-such-order', ...machine },
    { refusal: 'identity.key-scope', ...machine },
    { refusal: 'identity.key-needed', actor_kind: 'citizen', unit_code: null },
  ]);
});

test('progress is noted of a duty of one’s own, not of another’s or of none', async () => {
  const own = await anOrderFor(server, '350600.zjj', ['350600.gaj']);
  const other = await anOrderFor(server, '350600.zjj');
  const note = { orderId: own.orderId, content: '已派人到现场' };
  const { assignmentId } = other;
  await expect(
    call(server.url, openApi.noteProgress, { ...note, assignmentId }, { token }),
  ).rejects.toMatchObject({ code: 'dispatch.no-such-assignment' });
  const police = await unitKey(server, { unit: '350600.gaj', scopes: ['orders:work'] });
  await expect(
    call(
      server.url,
      openApi.noteProgress,
      { ...note, assignmentId: own.assignmentId },
      { token: police },
    ),
  ).rejects.toMatchObject({ code: 'handling.not-yours' });
});

test('its document names each route once, with what it takes and gives', async () => {
  const answer = await fetch(`${server.url}/api/open/v1/openapi.json`);
  const { paths } = z
    .object({ paths: z.record(z.string(), z.record(z.string(), z.looseObject({}))) })
    .parse(await answer.json());
  const served = server.app.registry
    .map(({ path }) => path.replaceAll(/:(\w+)/g, '{$1}'))
    .filter((path) => path.startsWith('/open/v1/') && path !== '/open/v1/openapi.json');
  expect(Object.keys(paths).toSorted()).toEqual([...new Set(served)].toSorted());
  expect(Object.keys(paths)).toContain('/open/v1/files/{fileId}');
  expect(paths['/open/v1/changes']?.get).toMatchObject({
    parameters: [{ name: 'after', in: 'query', required: false }],
  });
});
