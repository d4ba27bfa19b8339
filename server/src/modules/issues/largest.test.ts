import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largest } from './largest.ts';

test('what is kept is what a full sort would keep, of equal ones the first', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -9, max: 9 })),
      fc.integer({ min: 1, max: 9 }),
      (scores, most) => {
        const all = scores.map((_, at) => at);
        const sorted = all.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
        const wanted = sorted.slice(0, most).toSorted((a, b) => a - b);
        expect(largest(all, scores, most)).toEqual(wanted);
      },
    ),
  );
});
