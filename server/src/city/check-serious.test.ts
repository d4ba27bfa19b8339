import { afterAll, expect, test } from 'vitest';
import { plantedCity } from './planted-city.ts';

const city = plantedCity('hami');
afterAll(() => city.remove());

test.each([
  ['nothing', ['x', '某类', '', '', '', '', '', ''], '至少写一项条件'],
  ['an unknown matter', ['x', '某类', '', '', '9901', '', '', ''], '事项 9901 不存在'],
  [
    'an end before its beginning',
    ['x', '某类', 'U3', '', '', '', '2026-01-01', '2025-01-01'],
    '失效日期早于生效日期',
  ],
])('a row of serious orders that names %s', (_, row, reason) => {
  expect(city.complaintsAbout('common/serious-rules.tsv', row).join()).toContain(reason);
});
