import { mkdtempSync, readdirSync, realpathSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testKeys } from '../../platform/testing/test-city.ts';
import { folderStorage } from './folder-storage.ts';

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'minsheng-storage-'));
const storage = folderStorage(folder, testKeys);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const received = (words: string) =>
  storage.receive(
    (async function* bytes() {
      yield Buffer.from(words);
    })(),
    1000,
  );

test('kept twice, as by a transaction that is tried again, it is there once', async () => {
  const arrived = await received('photo');
  await arrived.keep();
  await arrived.keep();
  expect(String(await storage.read(arrived.digest))).toBe('photo');
});

test('an upload that broke off leaves nothing behind', async () => {
  const broken = (async function* bytes() {
    yield Buffer.from('half');
    throw new Error('the line is cut');
  })();
  await expect(storage.receive(broken, 1000)).rejects.toThrow('the line is cut');
  expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
});

test('what the program died over is tidied away, what is being written is not', async () => {
  await received('old');
  const [old = ''] = readdirSync(join(folder, 'incoming'));
  utimesSync(join(folder, 'incoming', old), new Date(2020, 0), new Date(2020, 0));
  const young = await received('young');
  expect(await storage.tidy(new Date(2021, 0))).toBe(1);
  await young.keep();
  expect(String(await storage.read(young.digest))).toBe('young');
  expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
});
