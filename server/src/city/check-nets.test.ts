import { afterAll, expect, test } from 'vitest';
import { plantedCity } from './planted-city.ts';

const city = plantedCity('hami');
afterAll(() => city.remove());

const told = (row: readonly string[]) => city.complaintsAbout('common/code-maps/grid.tsv', row);

test('a code nobody has here, and one of theirs twice, are told with their line', () => {
  expect(told(['matter', 'SJ-5', '999999', ''])).toEqual([expect.stringContaining('999999')]);
  expect(told(['matter', 'SJ-0101', '010105', ''])).toEqual([expect.stringContaining('SJ-0101')]);
  expect(told(['reason', 'TH-1', 'not-our-duty', ''])).toEqual([]);
});

test('a map of a net that is not listed is told', () => {
  const rows = 'kind\ttheirs\tours\tnote\ntype\t1\tQZ\t\n';
  expect(city.complaintsWith('common/code-maps/nobody.tsv', rows).join()).toContain('nobody');
});
