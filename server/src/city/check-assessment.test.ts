import { afterAll, expect, test } from 'vitest';
import { plantedCity } from './planted-city.ts';

const city = plantedCity('hami');
afterAll(() => city.remove());

test('a target of 100 % is told with the clause, unless a reason stands beside it', () => {
  const row = (despite: string) => ['K20', '100', despite, '市里的通知', 'invented'];
  expect(city.complaintsAbout('common/targets.tsv', row(''))).toEqual([
    expect.stringContaining('66号文(六)'),
  ]);
  expect(city.complaintsAbout('common/targets.tsv', row('特急件必须当时转出'))).toEqual([]);
});

test('a group that names a department nobody has is told', () => {
  const row = ['odd', '怪组', 'department', 'nobody', '', 'invented'];
  expect(city.complaintsAbout('common/peer-groups.tsv', row)).toEqual([
    expect.stringContaining('nobody'),
  ]);
});

test('a formula has no word by which silence could count', () => {
  const complaints = city.complaintsAfter('hami/satisfaction.json', (content) =>
    content.replace('"valid"', '"reached"'),
  );
  expect(complaints.join('\n')).toContain('hami/satisfaction.json:2');
});
