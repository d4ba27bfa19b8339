import { minimumSample } from '@minsheng/contract/words/indicators.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank } from './rank.ts';

const unit = (code: string, numerator: number, denominator: number) => ({
  code,
  numerator,
  denominator,
});
const order = (found: readonly { code: string; place: number | null }[]) =>
  found.map(({ code, place }) => `${code}:${place}`);

test('22 of 22 has no place, and 40 of 40 stands behind 6,428 of 6,530', () => {
  const found = rank(
    [unit('zone', 22, 22), unit('small', 40, 40), unit('district', 6428, 6530)],
    'up',
  );
  expect(order(found)).toEqual(['district:1', 'small:2', 'zone:null']);
  // 40 / (40 + 1.96²) = 0.9124
  expect(found[1]?.interval?.low).toBeCloseTo(0.9124, 4);
  expect(found[0]?.interval?.low).toBeCloseTo(0.9811, 4);
});

test('where less is better, the upper bound decides', () => {
  const found = rank([unit('a', 3, 300), unit('b', 0, 40), unit('c', 60, 300)], 'down');
  // 0 of 40 may still be 8.8 %; 3 of 300 is at most 2.9 %.
  expect(order(found)).toEqual(['a:1', 'b:2', 'c:3']);
});

test('equal units share a place and the next one is counted on', () => {
  const found = rank([unit('c', 40, 50), unit('b', 45, 50), unit('a', 45, 50)], 'up');
  expect(order(found)).toEqual(['a:1', 'b:1', 'c:3']);
});

test('29 is too few, 30 is enough; nothing counted has no interval', () => {
  const found = rank([unit('a', 29, 29), unit('b', 30, 30), unit('c', 0, 0)], 'up');
  expect(order(found)).toEqual(['b:1', 'a:null', 'c:null']);
  expect(found[2]?.interval).toBeNull();
});

const standings = fc.uniqueArray(
  fc.record({
    code: fc.string({ minLength: 1, maxLength: 4 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    denominator: fc.integer({ min: 0, max: 500 }),
  }),
  { selector: ({ code }) => code },
);

test('nobody is lost, nobody below the sample is placed, and the order given plays no part', () => {
  fc.assert(
    fc.property(standings, fc.constantFrom('up', 'down'), (given, direction) => {
      const units = given.map(({ code, share, denominator }) =>
        unit(code, Math.round(share * denominator), denominator),
      );
      const found = rank(units, direction);
      expect(found.map(({ code }) => code).toSorted()).toEqual(
        units.map(({ code }) => code).toSorted(),
      );
      for (const { place, denominator } of found)
        expect(place !== null).toBe(denominator >= minimumSample);
      expect(rank(units.toReversed(), direction)).toEqual(found);
    }),
  );
});

test('one more order solved never costs a place', () => {
  fc.assert(
    fc.property(standings, (given) => {
      const units = given.map(({ code, share, denominator }) =>
        unit(code, Math.round(share * denominator), denominator),
      );
      const first = units.find(
        ({ numerator, denominator }) => denominator >= minimumSample && numerator < denominator,
      );
      if (!first) return;
      const better = units.map((one) =>
        one === first ? { ...one, numerator: one.numerator + 1 } : one,
      );
      const placeIn = (all: typeof units) =>
        rank(all, 'up').find(({ code }) => code === first.code)?.place ?? 0;
      expect(placeIn(better)).toBeLessThanOrEqual(placeIn(units));
    }),
  );
});
