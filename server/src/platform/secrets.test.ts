import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { blindIndex, decrypt, encrypt, keysFrom, openKeys } from './secrets.ts';

const master = (letter: string) => Buffer.alloc(32, letter).toString('base64');
const keys = keysFrom({ 1: master('a') });

test('what was encrypted is read back, and twice the same text looks different', () => {
  expect(decrypt(keys, encrypt(keys, '张三丰 一二三'))).toBe('张三丰 一二三');
  expect(encrypt(keys, 'x').equals(encrypt(keys, 'x'))).toBe(false);
});

test('a touched byte or a foreign key opens nothing', () => {
  const sealed = encrypt(keys, 'secret');
  sealed.writeUInt8(sealed.readUInt8(sealed.length - 1) ^ 1, sealed.length - 1);
  expect(() => decrypt(keys, sealed)).toThrow();
  expect(() => decrypt(keysFrom({ 1: master('b') }), encrypt(keys, 'secret'))).toThrow();
  expect(() => decrypt(keysFrom({ 2: master('a') }), encrypt(keys, 'secret'))).toThrow('key file');
});

test('a newer key encrypts, the older one still opens, and blind indexes stay findable', () => {
  const both = keysFrom({ 1: master('a'), 2: master('b') });
  expect(decrypt(both, encrypt(keys, 'old'))).toBe('old');
  expect(encrypt(both, 'new')[0]).toBe(2);
  expect(blindIndex(both, 'phone', '1').equals(blindIndex(keys, 'phone', '1'))).toBe(true);
  expect(blindIndex(keys, 'phone', '1').equals(blindIndex(keys, 'code', '1'))).toBe(false);
});

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
});
