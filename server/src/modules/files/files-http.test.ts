import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Role, roles } from '@minsheng/contract/words/roles.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { pretendPorts } from '../../../test/pretend-ports.ts';
import { systemActor } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import { actorAs } from '../../platform/testing/actors.ts';
import { testKeys } from '../../platform/testing/test-city.ts';
import { type TestServer, testServerWith } from '../../platform/testing/test-server.ts';
import { transact } from '../../platform/transact.ts';
import { folderStorage } from '../../ports/storage/index.ts';
import { exampleFiles } from './example-files.ts';
import { fileRoutes } from './files.routes.ts';
import { attach } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'minsheng-files-'));
let server: TestServer;
/** The file nobody may see. */
let hidden = '';

beforeAll(async () => {
  server = await testServerWith({
    // Whoever says a role in this test has it.
    resolveActor: async (request, runtime) => {
      const role: Role | undefined = roles.find((one) => one === request.headers['x-role']);
      return role ? actorAs(role, runtime.clock.now()) : null;
    },
    routes: [fileRoutes(async (_, file) => file.id !== hidden)],
    ports: { ...pretendPorts(), storage: folderStorage(folder, testKeys) },
  });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Sending {
  path?: string;
  role?: string;
  name?: string;
  type?: string;
  fields?: Record<string, string>;
}

const hasId = z.object({ id: z.string() });

async function send(bytes: Uint8Array, how: Sending = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ purpose: 'evidence', ...how.fields }))
    form.set(name, value);
  const type = how.type ?? 'image/jpeg';
  form.set('file', new Blob([Buffer.from(bytes)], { type }), how.name ?? 'a.jpg');
  const response = await fetch(`${server.url}/api${how.path ?? '/files'}`, {
    method: 'POST',
    headers: how.role === '' ? {} : { 'x-role': how.role ?? 'handler' },
    body: form,
  });
  const body: unknown = await response.json();
  return { status: response.status, body, id: hasId.safeParse(body).data?.id ?? '' };
}

test.each(['sonstiges', '', '诉求附件'])(
  'a purpose called “%s” is refused by name',
  async (purpose) => {
    const kept = readdirSync(folder, { recursive: true }).length;
    const { status, body } = await send(photo, { fields: { purpose } });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      error: { code: 'files.no-such-purpose', facts: { purpose: purpose || '(空)' } },
    });
    expect(readdirSync(folder, { recursive: true })).toHaveLength(kept);
  },
);

test('a citizen’s file is one of their appeal, whatever is said', async () => {
  const fields = { purpose: 'arrival' };
  const { status } = await send(photo, { path: '/public/files', role: '', fields });
  expect(status).toBe(200);
});

const read = (id: string, role: string) =>
  fetch(`${server.url}/api/files/${id}`, { headers: { 'x-role': role } });

const segment = (marker: number, data: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker, 0, data.length + 2]), data]);
/** A picture whose camera says whose it is. */
const photo = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xfe, Buffer.from('MyOwnPhone')),
  segment(0xdb, Buffer.alloc(8, 7)),
  segment(0xc0, Buffer.alloc(9, 8)),
  segment(0xda, Buffer.alloc(6)),
  Buffer.from([1, 2, 3, 0xff, 0xd9]),
]);

test('a photo goes in and comes out, byte by byte, as what it is', async () => {
  const fields = { purpose: 'arrival', lng: '117.6', lat: '24.5', takenAt: '2026-03-02T01:00:00Z' };
  const { status, body, id } = await send(photo, { fields, name: '到场.jpg' });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    name: '到场.jpg',
    mime: 'image/jpeg',
    bytes: photo.length,
    purpose: 'arrival',
    takenAt: '2026-03-02T01:00:00.000Z',
    point: { lng: 117.6, lat: 24.5 },
  });
  const answer = await read(id, 'handler');
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(photo);
  expect(answer.headers.get('content-type')).toBe('image/jpeg');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-disposition')).toMatch(/^inline; /);
});

test('a time and a place that make no sense are as if not said', async () => {
  const { body } = await send(photo, { fields: { purpose: 'after', lng: '999', takenAt: 'now' } });
  expect(body).toMatchObject({ purpose: 'after', point: null, takenAt: null });
});

test.each([
  ['a disguise', exampleFiles.exe, 'a.jpg', 'image/jpeg', 415, 'files.disguised'],
  ['a script', exampleFiles.html, 'a.html', 'text/html', 415, 'files.kind-refused'],
  ['nothing', exampleFiles.empty, 'a.jpg', 'image/jpeg', 415, 'files.disguised'],
  [
    'a photo above its limit',
    Buffer.concat([exampleFiles.jpg, Buffer.alloc(10 * 1024 * 1024)]),
    'a.jpg',
    'image/jpeg',
    413,
    'files.too-large',
  ],
])('%s is refused and leaves nothing', async (_, bytes, name, type, status, code) => {
  const answer = await send(bytes, { name, type });
  expect(answer).toMatchObject({ status, body: { error: { code } } });
  expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
});

test('a film is known by its beginning; a citizen may send half as much as a unit', async () => {
  const film = Buffer.concat([exampleFiles.mp4, Buffer.alloc(51 * 1024 * 1024)]);
  const how = { name: 'v.mp4', type: 'video/mp4' };
  expect((await send(film, how)).body).toMatchObject({ mime: 'video/mp4', bytes: film.length });
  const citizens = await send(film, { ...how, path: '/public/files', role: '' });
  expect(citizens).toMatchObject({
    status: 413,
    body: { error: { code: 'files.too-large', facts: { limit: 50 } } },
  });
  expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
});

test('who may not see a file is told that there is none; so is who asks for nonsense', async () => {
  const sent = await send(photo);
  hidden = sent.id;
  for (const id of [sent.id, newId(server.clock.now()), 'nonsense']) {
    const answer = await read(id, 'handler');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { code: 'files.no-such-file' } });
  }
  expect((await read(sent.id, '')).status).toBe(401);
});

test('who has nothing to show uploads nothing', async () => {
  expect((await send(photo, { role: 'admin' })).status).toBe(403);
  expect((await send(photo, { role: '' })).status).toBe(401);
});

test('units see the picture a citizen took, not what the camera wrote down', async () => {
  const { body, id } = await send(photo, { path: '/public/files', role: '' });
  expect(body).toMatchObject({ name: 'photo.jpg', key: expect.any(String) });
  await transact(server.runtime, systemActor, (ctx) =>
    attach(ctx, [id], { orderId: ctx.newId(), assignmentId: null, purpose: 'appeal' }),
  );
  const bytesFor = async (role: string) => {
    const answer = await read(id, role);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-length')).toBe(String(bytes.length));
    return bytes;
  };
  expect(await bytesFor('dispatcher')).toEqual(photo);
  const plain = await bytesFor('handler');
  expect(plain.includes('MyOwnPhone')).toBe(false);
  expect(plain.length).toBe(photo.length - 'MyOwnPhone'.length - 4);
});

test('a player jumps: of a recording only the part it asks for is sent, and nothing behind its end', async () => {
  const bytes = Buffer.concat([exampleFiles.mp4, randomBytes(200_000)]);
  const { id } = await send(bytes, { name: 'v.mp4', type: 'video/mp4' });
  const part = (range: string) =>
    fetch(`${server.url}/api/files/${id}`, { headers: { 'x-role': 'handler', range } });
  const size = bytes.length;
  for (const [range, from, to] of [
    ['bytes=0-1', 0, 2],
    ['bytes=70000-150000', 70_000, 150_001],
    ['bytes=131072-', 131_072, size],
    ['bytes=-5', size - 5, size],
  ] as const) {
    const answer = await part(range);
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/${size}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes.subarray(from, to))).toBe(true);
  }
  const beyond = await part(`bytes=${size}-`);
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${size}`]);
  const whole = await read(id, 'handler');
  expect([whole.status, whole.headers.get('accept-ranges')]).toEqual([200, 'bytes']);
  expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
});

test('documents are saved, not opened', async () => {
  const { id } = await send(exampleFiles.pdf, { name: '答复.pdf', type: 'application/pdf' });
  const disposition = (await read(id, 'handler')).headers.get('content-disposition');
  expect(disposition).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('答复.pdf')}`);
});
