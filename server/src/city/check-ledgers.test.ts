import { afterAll, expect, test } from 'vitest';
import { plantedCity } from './planted-city.ts';

const city = plantedCity('hami');
afterAll(() => city.remove());

const after = (from: string, to: string) =>
  city.complaintsAfter('common/ledger-paths/general.json', (content) => content.replace(from, to));

test('a path that names a state it has not, or never comes to its end, is told', () => {
  const told = after('"to": "closed"', '"to": "nowhere"');
  expect(told).toEqual([
    expect.stringContaining('推进路径没有状态 nowhere'),
    expect.stringContaining('走不到最后一个状态 closed'),
  ]);
});

test('a place is never struck off without a check, and never moves afterwards', () => {
  expect(after('["check"]', '[]')).toEqual([expect.stringContaining('要写核查 check')]);
  expect(after('"from": "told"', '"from": "closed"').join()).toContain('是终点,不能再转出');
});
