import { createHash, randomBytes } from 'node:crypto';
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Keys, keysFrom } from '../../platform/secrets.ts';
import { folderStorage } from './folder-storage.ts';
import { fileKeyUse, sealKept } from './seal-kept.ts';
import type { StoragePort } from './storage.ts';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'minsheng-sealed-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const masters = Object.fromEntries(
  [1, 2].map((id) => [id, Buffer.alloc(32, `key ${id}`).toString('base64')]),
);
const keysOf = (...ids: number[]): Keys =>
  keysFrom(Object.fromEntries(ids.map((id) => [id, masters[id] ?? ''])), masters[1]);

/** In pieces as a network brings them. */
async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 30_000) yield bytes.subarray(at, at + 30_000);
}

async function keep(storage: StoragePort, bytes: Buffer): Promise<string> {
  const received = await storage.receive(pieces(bytes), 10_000_000);
  await received.keep();
  return received.digest;
}

async function streamed(storage: StoragePort, digest: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of storage.open(digest)) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

const pathOf = (folder: string, digest: string) => join(folder, digest.slice(0, 2), digest);
const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const atOnce = (_: string, work: () => Promise<void>) => work();
const sealAll = (folder: string, keys: Keys, keepsOlder = false) =>
  sealKept({ folder, keys, keepsOlder, inTurn: atOnce, onProgress: () => undefined });

describe('what is kept', () => {
  test('lies sealed, and is read as it was sent, whatever its length', async () => {
    const folder = newFolder();
    const storage = folderStorage(folder, keysOf(1));
    for (const length of [0, 1, 65_535, 65_536, 65_537, 131_072, 200_001]) {
      const bytes = Buffer.concat([Buffer.from('readable words '), randomBytes(length)]);
      for (const sent of [bytes, bytes.subarray(15)]) {
        const received = await storage.receive(pieces(sent), 10_000_000);
        expect(received).toMatchObject({ digest: digestOf(sent), size: sent.length });
        expect(sent.subarray(0, 70_000).equals(await received.head(70_000))).toBe(true);
        await received.keep();
        expect(sent.equals(Buffer.from(await storage.read(received.digest)))).toBe(true);
        expect(sent.equals(await streamed(storage, received.digest))).toBe(true);
      }
      const onDisk = readFileSync(pathOf(folder, digestOf(bytes)));
      expect(onDisk.includes('readable words')).toBe(false);
    }
  });

  test('touched, cut short, lengthened or put under the name of another it is not read at all', async () => {
    const folder = newFolder();
    const storage = folderStorage(folder, keysOf(1));
    const [one, other] = [
      await keep(storage, randomBytes(150_000)),
      await keep(storage, randomBytes(150_000)),
    ];
    const path = pathOf(folder, one);
    const whole = readFileSync(path);
    const changed = (at: number) => {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(path, bytes);
    };
    const harms = [
      () => changed(40),
      () => changed(600),
      () => changed(whole.length - 1),
      () => truncateSync(path, 512 + 2 * (65_536 + 16)),
      () => truncateSync(path, whole.length - 20),
      () => writeFileSync(path, Buffer.concat([whole, whole.subarray(512)])),
      () => copyFileSync(pathOf(folder, other), path),
    ];
    for (const harm of harms) {
      writeFileSync(path, whole);
      await storage.read(one);
      harm();
      await expect(storage.read(one), String(harm)).rejects.toThrow();
      await expect(streamed(storage, one), String(harm)).rejects.toThrow();
    }
  });

  test('with a foreign key nothing opens', async () => {
    const folder = newFolder();
    const digest = await keep(folderStorage(folder, keysOf(1)), Buffer.from('words'));
    await expect(folderStorage(folder, keysOf(2)).read(digest)).rejects.toThrow('not in the key');
  });
});

describe('what was kept in clear before', () => {
  test('is read as it is, and sealed by a run that keeps when it came', async () => {
    const folder = newFolder();
    const bytes = randomBytes(100_000);
    const digest = await keep(folderStorage(folder, null), bytes);
    const sealed = folderStorage(folder, keysOf(1));
    expect(bytes.equals(await streamed(sealed, digest))).toBe(true);
    utimesSync(pathOf(folder, digest), new Date(2020, 0), new Date(2020, 0));
    expect(Object.fromEntries(await fileKeyUse(folder))).toEqual({ 0: 1 });
    expect(await sealAll(folder, keysOf(1))).toEqual({ sealed: 1, spoilt: [] });
    expect(readFileSync(pathOf(folder, digest)).includes(bytes.subarray(0, 100))).toBe(false);
    expect(bytes.equals(Buffer.from(await sealed.read(digest)))).toBe(true);
    expect(statSync(pathOf(folder, digest)).mtime).toEqual(new Date(2020, 0));
    expect(Object.fromEntries(await fileKeyUse(folder))).toEqual({ 1: 1 });
    expect(await sealAll(folder, keysOf(1))).toEqual({ sealed: 0, spoilt: [] });
  });

  test('is left alone where it is not what its name says, and stays gone when it is removed meanwhile', async () => {
    const folder = newFolder();
    const clear = folderStorage(folder, null);
    const [spoilt, gone] = [
      await keep(clear, Buffer.from('to be spoilt')),
      await keep(clear, Buffer.from('to be removed')),
    ];
    writeFileSync(pathOf(folder, spoilt), 'spoilt');
    const inTurn = async (digest: string, work: () => Promise<void>) => {
      await clear.remove(digest);
      await work();
    };
    const work = { folder, keys: keysOf(1), keepsOlder: false, onProgress: () => undefined };
    expect(await sealKept({ ...work, inTurn })).toEqual({ sealed: 0, spoilt: [spoilt] });
    expect(readFileSync(pathOf(folder, spoilt), 'utf8')).toBe('spoilt');
    await expect(clear.read(gone)).rejects.toThrow('ENOENT');
  });
});

describe('a key is rotated', () => {
  test('files get the new one, and the older opens them no more', async () => {
    const folder = newFolder();
    const bytes = randomBytes(70_000);
    const digest = await keep(folderStorage(folder, keysOf(1)), bytes);
    const both = keysOf(1, 2);
    expect(await sealAll(folder, both)).toMatchObject({ sealed: 1 });
    expect(await sealAll(folder, both)).toMatchObject({ sealed: 0 });
    expect(Object.fromEntries(await fileKeyUse(folder))).toEqual({ 2: 1 });
    const newer = folderStorage(folder, keysOf(2));
    expect(bytes.equals(Buffer.from(await newer.read(digest)))).toBe(true);
    await expect(folderStorage(folder, keysOf(1)).read(digest)).rejects.toThrow('not in the key');
  });

  test('killed between the new and the old one, the file opens by either and the run goes on', async () => {
    const folder = newFolder();
    const digest = await keep(folderStorage(folder, keysOf(1)), Buffer.from('words'));
    await sealAll(folder, keysOf(1, 2), true);
    for (const keys of [keysOf(1), keysOf(2)])
      expect(String(await folderStorage(folder, keys).read(digest))).toBe('words');
    expect(await sealAll(folder, keysOf(1, 2))).toMatchObject({ sealed: 1 });
    await expect(folderStorage(folder, keysOf(1)).read(digest)).rejects.toThrow('not in the key');
  });

  test('of a backup, what lay in clear opens with the keys of its time and with the new ones', async () => {
    const folder = newFolder();
    const digest = await keep(folderStorage(folder, null), Buffer.from('words'));
    await sealAll(folder, keysOf(1, 2), true);
    for (const keys of [keysOf(1), keysOf(2)])
      expect(String(await folderStorage(folder, keys).read(digest))).toBe('words');
  });
});
