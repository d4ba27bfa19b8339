import { expect, test } from 'vitest';
import { base32, codeAt, otpauthUri, stepOf, stepOfCode } from './totp.ts';

const secret = Buffer.from('12345678901234567890');

// RFC 6238, appendix B (SHA-1), the last six of its eight digits.
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %i the code is that of the standard', (seconds, code) => {
  expect(codeAt(secret, stepOf(new Date(seconds * 1000)))).toBe(code);
});

test('a code is taken in its own thirty seconds, those before and those after', () => {
  const at = new Date('2026-03-02T01:00:00Z');
  const step = stepOf(at);
  for (const off of [-1, 0, 1])
    expect(stepOfCode(secret, codeAt(secret, step + off), at)).toBe(step + off);
  for (const off of [-2, 2]) expect(stepOfCode(secret, codeAt(secret, step + off), at)).toBeNull();
  expect(stepOfCode(secret, '', at)).toBeNull();
  expect(stepOfCode(secret, `${codeAt(secret, step)}0`, at)).toBeNull();
});

// RFC 4648, chapter 10.
test.each([
  ['fooba', 'MZXW6YTB'],
  ['12345678901234567890', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'],
])('%s in base32', (plain, coded) => {
  expect(base32(Buffer.from(plain))).toBe(coded);
});

test('an app reads issuer, login and secret', () => {
  const uri = new URL(otpauthUri({ issuer: '漳州市 12345', login: 'agent', secret: 'ABC' }));
  expect(uri.host).toBe('totp');
  expect(decodeURIComponent(uri.pathname)).toBe('/漳州市 12345:agent');
  expect(uri.search).not.toContain('+');
  expect(uri.searchParams.get('secret')).toBe('ABC');
  expect(uri.searchParams.get('issuer')).toBe('漳州市 12345');
});
