import { expect, test } from 'vitest';
import { mapAddress } from './map-address.ts';

const android = 'Mozilla/5.0 (Linux; Android 10)';
const apple = 'Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X)';
const point = { lng: 117.5, lat: 24.25 };

test('a point opens the map app there, latitude first', () => {
  expect(mapAddress({ point, address: '桥头' }, android)).toBe('geo:24.25,117.5?q=24.25,117.5');
  expect(mapAddress({ point, address: '' }, apple)).toBe('maps://?ll=24.25,117.5&q=24.25,117.5');
});

test('an address alone is looked for', () => {
  expect(mapAddress({ point: null, address: '桥头&村' }, android)).toBe(
    `geo:0,0?q=${encodeURIComponent('桥头&村')}`,
  );
});

test('without a place there is nothing to open', () => {
  expect(mapAddress({ point: null, address: ' ' }, android)).toBeNull();
});
