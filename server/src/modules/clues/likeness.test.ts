import { expect, test } from 'vitest';
import { likenessOf, nameKey, placeKey } from './likeness.ts';

const one = {
  subject_id: 'a',
  place_key: placeKey('中山路12号'),
  area_code: '350602001000',
  lng: 117.65,
  lat: 24.51,
};

test('a name is compared without marks, blanks and legal form', () => {
  expect(nameKey('老街口 烧烤店(有限公司)')).toBe(nameKey('老街口烧烤店'));
  expect(nameKey('甲食品有限公司')).not.toBe(nameKey('乙食品有限公司'));
  expect(nameKey('有限公司')).toBe('有限公司');
});

test('the same address in another town is another place, and a hundred metres are near', () => {
  const other = { ...one, subject_id: 'b' };
  expect(likenessOf(one, other)).toEqual(['place', 'near']);
  expect(likenessOf(one, { ...other, area_code: '350602002000', lng: null, lat: null })).toEqual(
    [],
  );
  const along = (metres: number) => ({ ...other, place_key: 'x', lat: 24.51 + metres / 111_320 });
  expect(likenessOf(one, along(99))).toEqual(['near']);
  expect(likenessOf(one, along(101))).toEqual([]);
  expect(likenessOf(one, { ...along(500), subject_id: 'a' })).toEqual(['subject']);
});
