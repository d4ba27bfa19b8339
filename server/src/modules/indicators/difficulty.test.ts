import fc from 'fast-check';
import { expect, test } from 'vitest';
import { difficulty, type MatterRatio } from './difficulty.ts';

const matter = (code: string, numerator: number, denominator: number): MatterRatio => ({
  matter: code,
  numerator,
  denominator,
});

/** Wages are paid in half the cases, street lamps nearly always. */
const history = [matter('070101', 50, 100), matter('020301', 95, 100), matter('020302', 1, 10)];

test('a unit with hard matters is measured by them', () => {
  // 40 wages, 24 paid: 60 % where 50 % was to be expected.
  expect(difficulty([matter('070101', 24, 40)], history)).toEqual({
    expected: 0.5,
    difference: 0.1,
    ownMatter: { numerator: 40, denominator: 40 },
  });
  // Half wages, half lamps: (0.5 × 20 + 0.95 × 20) ÷ 40 = 0.725; solved 28 of 40 = 0.7.
  const mixed = difficulty([matter('070101', 10, 20), matter('020301', 18, 20)], history);
  expect(mixed?.expected).toBeCloseTo(0.725, 10);
  expect(mixed?.difference).toBeCloseTo(-0.025, 10);
});

test('a matter with fewer than 30 in history is measured by the group above it', () => {
  // 020302 has 10 of its own; 0203 has 96 of 110.
  const found = difficulty([matter('020302', 5, 10)], history);
  expect(found?.expected).toBeCloseTo(96 / 110, 10);
  expect(found?.ownMatter).toEqual({ numerator: 0, denominator: 10 });
  // Nothing like it: 146 of 210, the whole city.
  expect(difficulty([matter('110101', 5, 10)], history)?.expected).toBeCloseTo(146 / 210, 10);
});

test('without history or orders there is nothing to say', () => {
  expect(difficulty([matter('070101', 1, 1)], [])).toBeNull();
  expect(difficulty([matter('070101', 0, 0)], history)).toBeNull();
});

const ratios = fc.array(
  fc
    .tuple(
      fc.constantFrom('070101', '070102', '020301', '110101'),
      fc.integer({ min: 1, max: 200 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([code, all, share]) => matter(code, Math.round(all * share), all)),
  { minLength: 1, maxLength: 6 },
);

test('what is expected is a share, and one more solved is always worth the same', () => {
  fc.assert(
    fc.property(ratios, ratios, (unit, past) => {
      const found = difficulty(unit, past);
      expect(found?.expected).toBeGreaterThanOrEqual(0);
      expect(found?.expected).toBeLessThanOrEqual(1 + 1e-9);
      const all = unit.reduce((sum, { denominator }) => sum + denominator, 0);
      const [first, ...rest] = unit;
      if (!first || !found || first.numerator === first.denominator) return;
      const better = difficulty([{ ...first, numerator: first.numerator + 1 }, ...rest], past);
      expect(better?.expected).toBe(found.expected);
      expect((better?.difference ?? 0) - found.difference).toBeCloseTo(1 / all, 9);
    }),
  );
});
