import { expect, test } from 'vitest';
import { areaAbove, shortestArea } from './area-code.ts';

test.each([
  ['350602000000', '350602'],
  ['350626100000', '350626100'],
  ['350626100', '350626100'],
  ['350626100201', '350626100201'],
  ['350600', '350600'],
])('%s is %s', (code, shortest) => {
  expect(shortestArea(code)).toBe(shortest);
});

test('one climbs from village to town to county, and no further', () => {
  expect(areaAbove('350626100201')).toBe('350626100');
  expect(areaAbove('350626100')).toBe('350626');
  expect(areaAbove('350626')).toBeNull();
});
