import { afterAll, expect, test } from 'vitest';
import { plantedCity } from './planted-city.ts';

const city = plantedCity('zhangzhou');
afterAll(() => city.remove());

const told = (row: readonly string[]) => city.complaintsAbout('common/retention.tsv', row);
const own = (kind: string, years: string, matters = '') =>
  told(['own', '本市另定', kind, '', matters, years, '示例', 'invented']);

test('shorter than the rules allow is refused with the rule, longer and for ever are not', () => {
  expect(own('order', '9')).toEqual([expect.stringContaining('国家档案局令第8号')]);
  expect(own('person', '2')).toEqual([expect.stringContaining('民法典')]);
  expect(own('file', '5')).toEqual([expect.stringContaining('10 年')]);
  for (const years of ['10', '30', '']) expect(own('order', years)).toEqual([]);
  expect(own('person', '3')).toEqual([]);
});

test('what the program does not destroy has no end; a code twice and a matter nobody has are told', () => {
  expect(own('kept', '30')).toEqual([expect.stringContaining('永久')]);
  expect(own('kept', '')).toEqual([]);
  expect(own('order', '10', '9999')).toEqual([expect.stringContaining('9999')]);
  expect(told(['audit', '再来一行', 'kept', '', '', '', '示例', 'invented'])).toEqual([
    expect.stringContaining('重复'),
  ]);
});
