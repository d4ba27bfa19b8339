import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addKey, keyIdsIn, openKeys, removeKey } from './key-file.ts';
import { blindIndex, decrypt, encrypt, keyIdOf } from './secrets.ts';

describe('the key file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'minsheng-keys-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is made once, for its owner only', () => {
    const first = openKeys(folder);
    const text = readFileSync(join(folder, 'keys.json'), 'utf8');
    expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
    expect(decrypt(openKeys(folder), encrypt(first, 'kept'))).toBe('kept');
    expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toBe(text);
  });

  test('a key added beside a running program encrypts there within a second, and old words open', async () => {
    const running = openKeys(folder);
    const old = encrypt(running, 'old');
    const digest = blindIndex(running, 'phone', '1');
    expect(addKey(folder)).toBe(2);
    expect(keyIdsIn(folder)).toEqual([1, 2]);
    expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
    await pause(1100);
    expect(keyIdOf(encrypt(running, 'new'))).toBe(2);
    expect(decrypt(running, old)).toBe('old');
    expect(blindIndex(running, 'phone', '1')).toEqual(digest);
  });

  test('once the first key has left, digests are what they were and its words stay shut', async () => {
    const before = openKeys(folder);
    const [old, digest] = [encrypt(before, 'old'), blindIndex(before, 'phone', '1')];
    addKey(folder);
    removeKey(folder, 1);
    const after = openKeys(folder);
    expect(keyIdsIn(folder)).toEqual([2]);
    expect(blindIndex(after, 'phone', '1')).toEqual(digest);
    expect(() => decrypt(after, old)).toThrow('not in the key file');
  });
});
