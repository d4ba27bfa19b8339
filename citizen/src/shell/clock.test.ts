import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  dayWords,
  followVirtualClock,
  hearDateHeader,
  instantOfPhone,
  momentWords,
  serverNow,
  setServerNow,
  stampWords,
} from './clock.ts';

const phone = Date.parse('2026-01-05T08:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: phone });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a phone that is wrong is put right by the server, its photos too', () => {
  setServerNow('2026-01-05T08:10:00Z');
  expect(serverNow()).toBe(Date.parse('2026-01-05T08:10:00Z'));
  expect(instantOfPhone(phone - 60_000)).toBe('2026-01-05T08:09:00.000Z');
  setServerNow('not a time');
  expect(serverNow()).toBe(Date.parse('2026-01-05T08:10:00Z'));
});

test('moments and days are read in the city’s zone', () => {
  expect(momentWords('2026-01-05T16:05:00Z')).toBe('1月6日 00:05');
  expect(dayWords('2026-02-03')).toBe('2026年2月3日');
  expect(stampWords('2026-01-05T16:05:09Z')).toBe('2026-01-06 00:05:09');
});

test('a virtual clock is not moved back by the date of a reply', () => {
  hearDateHeader('Mon, 05 Jan 2026 09:00:00 GMT');
  expect(serverNow()).toBe(Date.parse('2026-01-05T09:00:00Z'));
  followVirtualClock('2027-01-01T00:00:00Z');
  hearDateHeader('Mon, 05 Jan 2026 09:00:00 GMT');
  expect(serverNow()).toBe(Date.parse('2027-01-01T00:00:00Z'));
});
