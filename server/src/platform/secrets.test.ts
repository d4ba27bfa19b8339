import { expect, test } from 'vitest';
import { blindIndex, decrypt, encrypt, keysFrom } from './secrets.ts';

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
