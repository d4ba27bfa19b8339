import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Ratio, wilson } from './wilson.ts';

const told = (numerator: number, denominator: number) => {
  const found = wilson({ numerator, denominator });
  return found === null ? null : `${found.low.toFixed(4)}–${found.high.toFixed(4)}`;
};

test('the interval of shares reckoned by hand and printed in textbooks', () => {
  expect(told(8, 10)).toBe('0.4902–0.9433');
  expect(told(0, 10)).toBe('0.0000–0.2775');
  expect(told(81, 263)).toBe('0.2553–0.3662');
  // 22 / (22 + 1.96²): a hundred percent of few is not sure.
  expect(told(22, 22)).toBe('0.8513–1.0000');
  expect(told(1, 2)).toBe('0.0945–0.9055');
  expect(told(0, 0)).toBeNull();
});

const ratio: fc.Arbitrary<Ratio> = fc
  .integer({ min: 1, max: 100_000 })
  .chain((denominator) =>
    fc.integer({ min: 0, max: denominator }).map((numerator) => ({ numerator, denominator })),
  );

const of = (one: Ratio) => {
  const found = wilson(one);
  if (!found) throw new Error('Nothing was counted.');
  return found;
};

test('the share always lies inside, and both ends inside nothing and all', () => {
  fc.assert(
    fc.property(ratio, (one) => {
      const { low, high } = of(one);
      const share = one.numerator / one.denominator;
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(share + 1e-12);
      expect(high).toBeGreaterThanOrEqual(share - 1e-12);
    }),
  );
});

test('the same share of more is surer; one more success never lowers it', () => {
  fc.assert(
    fc.property(ratio, fc.integer({ min: 2, max: 50 }), ({ numerator, denominator }, times) => {
      const few = of({ numerator, denominator });
      const many = of({ numerator: numerator * times, denominator: denominator * times });
      expect(many.high - many.low).toBeLessThan(few.high - few.low);
      if (numerator === denominator) return;
      expect(of({ numerator: numerator + 1, denominator }).low).toBeGreaterThan(few.low);
    }),
  );
});

test('failures mirror successes', () => {
  fc.assert(
    fc.property(ratio, ({ numerator, denominator }) => {
      const won = of({ numerator, denominator });
      const lost = of({ numerator: denominator - numerator, denominator });
      expect(won.low).toBeCloseTo(1 - lost.high, 10);
      expect(won.high).toBeCloseTo(1 - lost.low, 10);
    }),
  );
});
