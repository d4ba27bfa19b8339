import { afterAll, expect, test } from 'vitest';
import { plantedCity } from './planted-city.ts';

const city = plantedCity('zhangzhou');
afterAll(() => city.remove());

const told = (row: readonly string[]) => city.complaintsAbout('common/signal-kinds.tsv', row);

test('a group or matter nobody has, a group without a level, and a code twice are told with their line', () => {
  const hail = (group: string, level: string, matters = '0101') =>
    told(['hail', '冰雹', 'weather', group, level, matters, 'invented']);
  expect(hail('typhoon', 'red')).toEqual([]);
  expect(hail('nobody', 'red')).toEqual([expect.stringContaining('nobody')]);
  expect(hail('typhoon', '')).toEqual([expect.stringContaining('级')]);
  expect(hail('', '', '9999')).toEqual([expect.stringContaining('9999')]);
});
