import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as contract from '@minsheng/contract';
import type { Route } from '@minsheng/contract/route.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchQuery } from '../src/modules/text/index.ts';
import { readConfig } from '../src/platform/config.ts';
import { handledApart, handledJobs, handledOutside, registeredJobs } from '../src/platform/jobs.ts';
import type { TestServer } from '../src/platform/testing/test-server.ts';
import { testServer } from './kit.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.stop());

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' &&
  value !== null &&
  'method' in value &&
  'path' in value &&
  'reply' in value;

const promised = Object.values(contract)
  .flatMap((part) => (typeof part === 'object' ? Object.values(part) : []))
  .filter(isRoute)
  .map(({ method, path }) => `${method} ${path}`);

test('every operation has its permission, its audit word and its sentence, and stands once', () => {
  const silent = server.app.registry.filter(
    ({ may, audit, summary }) => may.length === 0 || audit === '' || summary === '',
  );
  expect(silent).toEqual([]);
  const names = server.app.registry.map(({ method, path }) => `${method} ${path}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('every promised operation is served, and the contract knows how many there are', () => {
  const served = new Set(server.app.registry.map(({ method, path }) => `${method} ${path}`));
  expect(promised.filter((name) => !served.has(name))).toEqual([]);
  expect(promised.length).toBeGreaterThan(20);
});

test('every job has its handler', () => {
  const kinds = [handledJobs(), handledApart(), handledOutside()];
  const isHandled = (name: string) => kinds.some((kind) => kind.has(name));
  expect(registeredJobs().filter((name) => !isHandled(name))).toEqual([]);
});

test('a start teaches the search the city’s own words', async () => {
  const { assembly } = await import('../src/assembly.ts');
  const dataFolder = mkdtempSync(join(tmpdir(), 'minsheng-words-'));
  const config = readConfig(
    { MINSHENG_DATA: dataFolder, MINSHENG_DEMO: 'accounts-only', MINSHENG_CITY: 'zhangzhou' },
    [],
  );
  const query = '云水谣武安镇路灯';
  expect(searchQuery(query).words).not.toContain("'云水谣'");
  await assembly.load(server.runtime, config, () => {});
  expect(searchQuery(query).words).toBe("'云水谣' & '武安镇' & '路灯'");
  rmSync(dataFolder, { recursive: true });
});
