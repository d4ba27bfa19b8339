import { orderNo, queryCode } from '@minsheng/contract/shapes.ts';
import { expect, test } from 'vitest';
import { typedCode, typedOrderNo } from './typed-key.ts';

test.each([
  ['350600-20260105-000123', '350600-20260105-000123'],
  [' 350600 20260105 000123 ', '350600-20260105-000123'],
  ['35060020260105000123456', '350600-20260105-000123456'],
  ['３５０６００２０２６０１０５０００１２３', '350600-20260105-000123'],
])('number %s', (typed, wanted) => {
  expect(typedOrderNo(typed)).toBe(wanted);
  expect(orderNo.safeParse(wanted).success).toBe(true);
});

test('too short and too long numbers are nothing', () => {
  expect(typedOrderNo('350600-20260105')).toBeNull();
  expect(typedOrderNo('350600-20260105-0001234567')).toBeNull();
});

test.each([
  ['ab12cd34', 'AB12CD34'],
  [' AB12 CD34', 'AB12CD34'],
  ['IO23456z', '1023456Z'],
])('code %s', (typed, wanted) => {
  expect(typedCode(typed)).toBe(wanted);
  expect(queryCode.safeParse(wanted).success).toBe(true);
});

test('a code of another length is nothing', () => {
  expect(typedCode('AB12CD3')).toBeNull();
  expect(typedCode('AB12CD345')).toBeNull();
});
