import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigitOf, inventedPerson, inventedPhoneOf } from './invented.ts';

test('the same seed gives the same person, another seed another', () => {
  expect(inventedPerson('order-1')).toEqual(inventedPerson('order-1'));
  expect(inventedPerson('order-1').phone).not.toBe(inventedPerson('order-2').phone);
  expect(inventedPhoneOf('roster-1')).toBe(inventedPhoneOf('roster-1'));
});

test('everybody is well formed and nobody', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { name, phone, identityNumber, bornOn, gender } = inventedPerson(seed);
      expect(name).toMatch(/^\p{Script=Han}{2,3}$/u);
      expect(phone).toMatch(/^154\d{8}$/);
      expect(identityNumber).toMatch(/^999999\d{11}[\dX]$/);
      expect(identityNumber.slice(6, 14)).toBe(bornOn.replaceAll('-', ''));
      expect(Number(identityNumber.charAt(16)) % 2).toBe(gender === 'male' ? 1 : 0);
      expect(checkDigitOf(identityNumber.slice(0, 17))).toBe(identityNumber.charAt(17));
    }),
  );
});

test('the check digit closes the sum of the standard', () => {
  // ISO 7064 MOD 11-2: the weighted sum with the check digit (X is ten) leaves one.
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1];
  fc.assert(
    fc.property(fc.stringMatching(/^\d{17}$/), (seventeen) => {
      const whole = [...seventeen, checkDigitOf(seventeen)].map((digit) =>
        digit === 'X' ? 10 : Number(digit),
      );
      const sum = whole.reduce((total, digit, at) => total + digit * (weights[at] ?? 0), 0);
      expect(sum % 11).toBe(1);
    }),
  );
});

test('ten thousand seeds give hardly any number twice', () => {
  const phones = new Set(
    Array.from({ length: 10_000 }, (_, at) => inventedPhoneOf(`person-${at}`)),
  );
  expect(phones.size).toBeGreaterThan(9_990);
});
