import { expect, test } from 'vitest';
import { byteRange } from './byte-range.ts';

test.each([
  [undefined, null],
  ['bytes=0-', { from: 0, to: 100 }],
  ['bytes=10-19', { from: 10, to: 20 }],
  ['bytes=90-500', { from: 90, to: 100 }],
  ['bytes=-30', { from: 70, to: 100 }],
  ['bytes=-500', { from: 0, to: 100 }],
  ['bytes=100-', 'none'],
  ['bytes=-0', 'none'],
  // No range at all: the whole is sent.
  ['bytes=20-10', null],
  ['bytes=-', null],
  ['bytes=0-1,5-6', null],
  ['lines=0-1', null],
  [`bytes=${'9'.repeat(40)}-`, null],
])('of 100 bytes “%s”', (asked, wanted) => {
  expect(byteRange(asked, 100)).toEqual(wanted);
});

test('of an empty file there is nothing', () => {
  expect(byteRange('bytes=0-', 0)).toBe('none');
});
