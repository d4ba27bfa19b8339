import { officialZone } from '@minsheng/contract/words/zone.ts';
import { expect, test } from 'vitest';
import { testCity } from '../../platform/testing/test-city.ts';
import { dayBounds, orderNumber } from './order-no.ts';

test('an order of half past midnight carries the city’s day, and is found by it', () => {
  const now = new Date('2026-03-01T16:30:00Z');
  const orderNo = orderNumber({ city: testCity, now }, 7);
  expect(orderNo).toBe('350600-20260302-000007');
  expect(dayBounds(orderNo, testCity.zone)).toEqual({
    from: new Date('2026-03-01T16:00:00Z'),
    to: new Date('2026-03-02T16:00:00Z'),
  });
});

test('the zone decides which day it is', () => {
  const now = new Date('2026-03-01T16:30:00Z');
  const elsewhere = { ...testCity, zone: 'America/New_York' };
  expect(orderNumber({ city: elsewhere, now }, 7)).toBe('350600-20260301-000007');
});

test('what is no number has no day', () => {
  for (const said of ['350600-20260230-000007', '350600-2026-7', '12345', '']) {
    expect(dayBounds(said, officialZone)).toBeNull();
  }
});
