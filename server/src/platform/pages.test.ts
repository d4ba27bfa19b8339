import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { fastify } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { servePages } from './pages.ts';

const root = mkdtempSync(join(tmpdir(), 'minsheng-pages-'));
const server = fastify();

beforeAll(async () => {
  for (const name of ['console', 'citizen']) {
    mkdirSync(join(root, name, 'dist/assets'), { recursive: true });
    writeFileSync(join(root, name, 'dist/index.html'), `page of ${name}`);
    writeFileSync(join(root, name, 'dist/assets/app-1a2b.js'), `script of ${name}`);
    writeFileSync(join(root, name, 'dist/assets/app-1a2b.js.gz'), gzipSync(`script of ${name}`));
  }
  await servePages(server, root, () => ({ error: 'nowhere' }));
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

const get = (url: string, accept = 'text/html') => server.inject({ url, headers: { accept } });

test('the console stands at /, the citizen page at /c/, and deep links find the page that knows them', async () => {
  expect((await get('/')).body).toBe('page of console');
  expect((await get('/orders/1')).body).toBe('page of console');
  expect((await get('/c/')).body).toBe('page of citizen');
  expect((await get('/c/track')).body).toBe('page of citizen');
  expect((await get('/c')).headers.location).toBe('/c/');
});

test('what carries its hash in its name is kept for ever, a page is asked for each time', async () => {
  const script = await get('/c/assets/app-1a2b.js', '*/*');
  expect(script.body).toBe('script of citizen');
  expect(script.headers['cache-control']).toContain('immutable');
  expect((await get('/')).headers['cache-control']).toBe('no-cache');
});

test('what was packed by the building goes to whoever unpacks it, under the same name and rules', async () => {
  const packed = await server.inject({
    url: '/c/assets/app-1a2b.js',
    headers: { accept: '*/*', 'accept-encoding': 'gzip, br' },
  });
  expect(gunzipSync(packed.rawPayload).toString()).toBe('script of citizen');
  expect(packed.headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-type': expect.stringContaining('javascript'),
    'cache-control': expect.stringContaining('immutable'),
    vary: expect.stringContaining('accept-encoding'),
  });
});

test('a missing file, an unknown operation and a way out of the folder are not pages', async () => {
  expect((await get('/assets/gone.js', '*/*')).statusCode).toBe(404);
  const unknown = await get('/api/nowhere');
  expect([unknown.statusCode, unknown.json()]).toEqual([404, { error: 'nowhere' }]);
  expect((await get('/c/..%2f..%2fkeys.json', '*/*')).statusCode).toBeGreaterThanOrEqual(400);
});
