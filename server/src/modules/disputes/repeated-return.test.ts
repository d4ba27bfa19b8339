import { expect, test } from 'vitest';
import { repeatedReturn } from './repeated-return.ts';

const said = {
  no: 1,
  unit_code: '350600.zjj',
  reason: 'not-our-duty' as const,
  basis: '三定规定:路灯养护不在本局职责内',
  state: 'rejected' as const,
};
const again = { ...said, no: 2 };

test('said again with nothing new is a repeat, whatever its commas', () => {
  expect(repeatedReturn(again, [said, again])).toBe(1);
  const spaced = { ...again, basis: '三定规定: 路灯养护,不在本局职责内。' };
  expect(repeatedReturn(spaced, [said, spaced])).toBe(1);
  const third = { ...again, no: 3 };
  expect(repeatedReturn(third, [said, again, third])).toBe(2);
});

test.each([
  ['a new basis', { basis: '城市照明管理规定第四条' }],
  ['another reason', { reason: 'not-our-area' as const }],
  ['another unit', { unit_code: '350600.cgj' }],
])('%s is none', (_, other) => {
  const one = { ...again, ...other };
  expect(repeatedReturn(one, [said, one])).toBeNull();
});

test.each(['withdrawn', 'refused', 'lapsed', 'upheld'] as const)(
  'what nobody had rejected (%s) is not repeated',
  (state) => {
    expect(repeatedReturn(again, [{ ...said, state }, again])).toBeNull();
  },
);

test('the first request repeats nothing', () => {
  expect(repeatedReturn(said, [said, again])).toBeNull();
});
