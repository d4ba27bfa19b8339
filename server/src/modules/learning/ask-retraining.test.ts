import { expect, test } from 'vitest';
import { fewestAfter } from './ask-retraining.ts';

test('a training is due after a twentieth more decisions, within the hour of the last after twice as many', () => {
  expect(fewestAfter(null, false)).toBe(50);
  expect(fewestAfter(null, true)).toBe(50);
  expect(fewestAfter(10_001, false)).toBe(501);
  expect(fewestAfter(10_001, true)).toBe(10_001);
  expect([fewestAfter(60, false), fewestAfter(20, true)]).toEqual([50, 50]);
});
