import { expect, test } from 'vitest';
import { metresBetween } from '../../platform/metres.ts';
import { gatherPlaces, isSamePlace } from './places.ts';

const at = (address: string, lng?: number) => ({
  address,
  point: lng === undefined ? null : { lng, lat: 24.5 },
});

test('one place however its address is written, or however it is called when it stands on one spot', () => {
  expect(isSamePlace(at('文苑路 8 号'), at('文苑路8号'))).toBe(true);
  expect(isSamePlace(at('文苑路8号'), at('文苑路9号'))).toBe(false);
  expect(isSamePlace(at('', 117.65), at('文苑路9号', 117.6502))).toBe(true);
  expect(isSamePlace(at('', 117.65), at('', 117.651))).toBe(false);
  // Nothing said of where it is makes no two places one.
  expect(isSamePlace(at(''), at(''))).toBe(false);
  expect(Math.round(metresBetween({ lng: 117.65, lat: 24.5 }, { lng: 117.651, lat: 24.5 }))).toBe(
    101,
  );
});

test('a place is gathered through a third that lies between two', () => {
  const rows = [at('甲', 117.65), at('乙', 117.66), at('丙', 117.6502), at('丁', 117.6504)];
  expect(gatherPlaces(rows).map((place) => place.map(({ address }) => address))).toEqual([
    ['甲', '丙', '丁'],
    ['乙'],
  ]);
});
