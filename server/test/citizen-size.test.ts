import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { servePages } from '../src/platform/pages.ts';

/** What the whole citizen program may weigh on a telephone's way, all parts of it together. */
const mostBytes = 150_000;

const root = mkdtempSync(join(tmpdir(), 'minsheng-citizen-'));
const dist = join(root, 'citizen', 'dist');
const server = fastify();
const pagesModule = new URL('../../scripts/ready/pages.mjs', import.meta.url).href;

beforeAll(async () => {
  const build = `import { buildInto } from ${JSON.stringify(pagesModule)};
    process.exitCode = await buildInto(process.execPath, 'citizen', ${JSON.stringify(dist)});`;
  // As it is installed: a test's own environment would pack React's development half.
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, ['--input-type=module', '-e', build], { env });
  await servePages(server, root, () => ({}));
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

const parts = () =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(html|js|css)$/.test(path))
    .map((path) => (path === 'index.html' ? '/c/' : `/c/${path}`));

async function transferred(encoding: string): Promise<{ bytes: number; scripts: number }> {
  const sent = { bytes: 0, scripts: 0 };
  for (const url of parts()) {
    const headers = { accept: 'text/html, */*', 'accept-encoding': encoding };
    const answer = await server.inject({ url, headers });
    expect([url, answer.statusCode]).toEqual([url, 200]);
    sent.bytes += answer.rawPayload.length;
    if (url.endsWith('.js')) sent.scripts += 1;
  }
  return sent;
}

test('everything of the citizen page together, as our own server sends it, stays below 150 kB', async () => {
  const packed = await transferred('gzip');
  expect(packed.scripts).toBeGreaterThan(2);
  expect(packed.bytes).toBeLessThan(mostBytes);
  expect((await transferred('br, gzip')).bytes).toBeLessThan(packed.bytes);
});

test('who packs nothing gets the plain text', async () => {
  const [script = ''] = parts().filter((path) => path.endsWith('.js') && path.includes('/index-'));
  const answer = await server.inject({ url: script, headers: { 'accept-encoding': 'identity' } });
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.rawPayload.length).toBe(statSync(join(dist, script.slice('/c/'.length))).size);
});
