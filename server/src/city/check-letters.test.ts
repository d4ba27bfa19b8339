import { afterAll, expect, test } from 'vitest';
import { plantedCity } from './planted-city.ts';

const city = plantedCity('hami');
afterAll(() => city.remove());

const file = 'common/letter-templates/minutes.json';
const after = (from: string, to: string) =>
  city.complaintsAfter(file, (content) => content.replace(from, to));

test('a place-holder nobody fills is told with its line', () => {
  const [complaint, ...more] = after('"会议议定', '"{nobody}会议议定');
  expect(complaint).toMatch(
    /^cities\/common\/letter-templates\/minutes\.json:29 minutes:没有占位 \{nobody\}$/,
  );
  expect(more).toEqual([]);
});

test('a slot nothing uses and a number without its year are told', () => {
  expect(after('"{decisions}"', '"略"')).toEqual([expect.stringContaining('{decisions} 没有用到')]);
  expect(after('〔{year}〕', '')).toEqual([expect.stringContaining('文号写法缺少 {year}')]);
});

test('the letter the program writes itself names a department the city has', () => {
  const told = (to: string) =>
    city.complaintsAfter('common/letter-templates/police-clue.json', (content) =>
      content.replace('"to": "gaj"', `"to": ${to}`),
    );
  expect(told('"nobody"')).toEqual([expect.stringContaining('单位 nobody 不存在')]);
  expect(told('null')).toEqual([expect.stringContaining('发往哪个部门')]);
});

test('a city’s own template stands for the common one of the same code', () => {
  const own = JSON.stringify({ code: 'minutes' });
  expect(city.complaintsWith('hami/letter-templates/minutes.json', own).join('\n')).toContain(
    'hami/letter-templates/minutes.json:1',
  );
});
