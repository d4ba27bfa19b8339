import { expect, test } from 'vitest';
import { safeAddress } from './safe-address.ts';

test('what is secret is said to secure addresses, or to a program of this machine', () => {
  const schema = safeAddress('https:', 'http:');
  const takes = (address: string): boolean => schema.safeParse(address).success;
  const fine = [
    'https://sms.example/x',
    'http://127.0.0.1:8080/',
    'http://localhost/',
    'http://[::1]/',
  ];
  expect(fine.filter((address) => !takes(address))).toEqual([]);
  const clear = [
    'http://sms.example/',
    'http://127.0.0.1.example/',
    'http://localhost.example/',
    'ftp://127.0.0.1/',
    'x',
  ];
  expect(clear.filter(takes)).toEqual([]);
});
