import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageOf, tenths } from './coverage.ts';
import { mostChanged, shiftBetween, shiftByChance } from './drift.ts';
import { randomFrom } from './random.ts';

const mix = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 50 }));

test('the shift of a mix is a share, the same both ways, and none from itself or from more of the same', () => {
  fc.assert(
    fc.property(mix, mix, (one, other) => {
      const shift = shiftBetween(one, other);
      expect(shift).toBeCloseTo(shiftBetween(other, one), 12);
      const twice = Object.fromEntries(Object.entries(one).map(([key, count]) => [key, 2 * count]));
      expect(shiftBetween(one, twice)).toBeCloseTo(0, 12);
      return shift >= 0 && shift <= 1 + 1e-12;
    }),
  );
  expect(shiftBetween({ a: 3, b: 1 }, { a: 1, c: 1 })).toBeCloseTo(0.5, 12);
});

test('what chance makes of so few is what drawing them makes on the mean', () => {
  const mixed = { a: 500, b: 300, c: 150, d: 50 };
  const random = randomFrom(3);
  const drawn = () => {
    const counts: Record<string, number> = { a: 0, b: 0, c: 0, d: 0 };
    for (let at = 0; at < 80; at += 1) {
      const dice = random.next();
      const label = dice < 0.5 ? 'a' : dice < 0.8 ? 'b' : dice < 0.95 ? 'c' : 'd';
      counts[label] = (counts[label] ?? 0) + 1;
    }
    return shiftBetween(mixed, counts);
  };
  const mean = Array.from({ length: 2_000 }, drawn).reduce((sum, each) => sum + each, 0) / 2_000;
  expect(Math.abs(shiftByChance(mixed, 80) - mean)).toBeLessThan(0.005);
});

test('the greatest changes come first, what is new and what is gone among them', () => {
  expect(mostChanged({ a: 6, b: 4 }, { b: 5, c: 5 }, 2)).toEqual([
    { label: 'a', before: 0.6, now: 0 },
    { label: 'c', before: 0, now: 0.5 },
  ]);
  expect(mostChanged({}, { a: 1 }, 2)).toEqual([]);
});

test('as much is let through as stands at the wanted precision, and nothing of too few', () => {
  const steps = [
    { step: 99, count: 10, first: 10, said: 9.9 },
    { step: 90, count: 30, first: 29, said: 27 },
    { step: 95, count: 2, first: 0, said: 1.9 },
    { step: 40, count: 60, first: 30, said: 24 },
  ];
  const [ninety, , high, highest] = coverageOf(steps);
  // 39 of 42: the two wrong ones above do not end what the many below make good.
  expect(ninety).toEqual({ precision: 0.9, saidFrom: 90, covered: 42, right: 39, of: 102 });
  expect(high).toMatchObject({ saidFrom: null, covered: 0 });
  expect(highest).toMatchObject({ precision: 0.99, saidFrom: null });
  expect(tenths(steps)).toEqual([
    { step: 4, count: 60, first: 30, said: 24 },
    { step: 9, count: 42, first: 39, said: expect.closeTo(38.8, 9) },
  ]);
});
