import { expect, test } from 'vitest';
import { tellingOf } from './telling-words.ts';

const shares = new Map([
  ['号', 0.98],
  ['巷', 0.4],
  ["o'", 0.3],
  ['路', 0.2],
]);

test.each([
  ["'登里屿' & '巷' & '18' & '号'", "'登里屿' & '18'"],
  ["'号' & '巷' & '路'", "'路' & '巷'"],
  ["'o''' & '岛'", "'岛'"],
  ["'号'", "'号'"],
  ['', ''],
])('of %s the index is asked for %s', (query, telling) => {
  expect(tellingOf(query, shares)).toBe(telling);
});
