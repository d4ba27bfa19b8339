import { expect, test } from 'vitest';
import { compare, verdictOf } from './compare.ts';

const said = (seq: number, place: number | null) => ({ seq, place, said: 0.8 });
const byRule = { came_by: 'rule' } as const;

/** The new one right on the first `own`, the old one on the last `other` of so many decisions. */
function comparedOn(count: number, own: number, other: number) {
  const seqs = Array.from({ length: count }, (_, at) => at);
  return compare(
    seqs.map((seq) => said(seq, seq < own ? 1 : 2)),
    seqs.map((seq) => said(seq, seq >= count - other ? 1 : null)),
  );
}

test('only decisions of which both said something are compared', () => {
  const compared = compare(
    [said(1, 1), said(2, 3), said(9, 1)],
    [said(1, 2), said(2, 1), said(7, 1)],
  );
  expect(compared).toMatchObject({
    decisions: 2,
    own: { first: 1, amongThree: 2 },
    other: { first: 1, amongThree: 2 },
    onlyOwnRight: 1,
    onlyOtherRight: 1,
  });
  expect(compared?.own.ece).toBeCloseTo(0.3, 9);
  expect(compare([said(1, 1)], [said(2, 1)])).toBeNull();
});

test('clearly worse waits; a loss that chance explains, or one decision in a thousand, does not', () => {
  expect(verdictOf(comparedOn(200, 160, 160), byRule)).toBe('not-worse');
  expect(verdictOf(comparedOn(200, 100, 160), byRule)).toBe('worse');
  expect(verdictOf(comparedOn(200, 158, 161), byRule)).toBe('not-worse');
  expect(verdictOf(comparedOn(20_000, 19_990, 20_000), byRule)).toBe('not-worse');
});

test('the first, and one that can hardly be compared, take over; after a way back a person is waited for', () => {
  expect(verdictOf(comparedOn(200, 10, 160), null)).toBe('first');
  expect(verdictOf(comparedOn(99, 10, 90), byRule)).toBe('too-few');
  expect(verdictOf(null, byRule)).toBe('too-few');
  expect(verdictOf(comparedOn(200, 180, 20), { came_by: 'revert' })).toBe('after-revert');
});
