import { expect, test } from 'vitest';
import { foldLessons } from './fold-lessons.ts';

// city ← county ← town ← village, by the length of the code.
const parents = new Map([
  ['village', 'town'],
  ['other-village', 'town'],
  ['town', 'county'],
  ['other-town', 'county'],
  ['county', 'city'],
  ['far', 'city'],
]);
function lineageOf(code: string): string[] {
  const larger = parents.get(code);
  return larger === undefined ? [code] : [code, ...lineageOf(larger)];
}
const fold = (codes: readonly string[]) =>
  foldLessons(
    '锦绣花园',
    codes.map((areaCode) => ({ areaCode, point: null })),
    lineageOf,
  ).map(({ areaCode, count, share }) => [areaCode, count, share]);

test('one order teaches nothing, two do', () => {
  expect(fold(['town'])).toEqual([]);
  expect(fold(['town', 'town'])).toEqual([['town', 2, 1]]);
});

test('the smallest area they agree on; who said only the county does not deny the town', () => {
  expect(fold(['village', 'village', 'county', 'town'])).toEqual([['village', 2, 1]]);
  expect(fold(['village', 'other-village', 'town'])).toEqual([['town', 3, 1]]);
});

test('one who says otherwise lowers the share, too many leave nothing', () => {
  expect(fold(['town', 'town', 'town', 'far'])).toEqual([['town', 3, 0.75]]);
  expect(fold(['town', 'town', 'far', 'far'])).toEqual([
    ['town', 2, 0.5],
    ['far', 2, 0.5],
  ]);
  expect(fold(['town', 'far', 'other-town'])).toEqual([['county', 2, 2 / 3]]);
  expect(fold(['city', 'city', 'city'])).toEqual([]);
});

test('the point is the median of those given, and one alone is none', () => {
  const lesson = (lng: number) => ({ areaCode: 'town', point: { lng, lat: 24 } });
  expect(foldLessons('万达广场', [lesson(117), lesson(118)], lineageOf)[0]?.point).toEqual({
    lng: 117.5,
    lat: 24,
  });
  const many = [lesson(117), lesson(117.2), lesson(99)];
  expect(foldLessons('万达广场', many, lineageOf)[0]?.point?.lng).toBe(117);
  const one = [lesson(117), { areaCode: 'town', point: null }];
  expect(foldLessons('万达广场', one, lineageOf)[0]?.point).toBeNull();
});
