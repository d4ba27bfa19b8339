import { expect, test } from 'vitest';
import { learnServerTime } from '../shell/browser-clock.ts';
import {
  callSpanText,
  dayText,
  fullInstant,
  officeSpanText,
  shortInstant,
  spanText,
} from './format.ts';

test.each([
  [0, '0 分钟'],
  [59.4, '59 分钟'],
  [60, '1 小时'],
  [135, '2 小时 15 分钟'],
  [1440, '1 天'],
  [3000, '2 天 2 小时'],
  [-5, '0 分钟'],
])('%d minutes are said as %s', (minutes, words) => {
  expect(spanText(minutes)).toBe(words);
});

test('office hours never become days of twenty-four', () => {
  expect([officeSpanText(4800), officeSpanText(90), officeSpanText(5)]).toEqual([
    '80 小时',
    '1 小时 30 分钟',
    '5 分钟',
  ]);
});

test('instants are read in China, wherever the computer thinks it is', () => {
  learnServerTime('2026-07-01T00:00:00Z');
  expect(fullInstant('2026-06-18T16:30:00Z')).toBe('2026-06-19 00:30');
  expect(shortInstant('2026-06-18T16:30:00Z')).toBe('06-19 00:30');
  expect(shortInstant('2017-06-18T16:30:00Z')).toBe('2017-06-19 00:30');
  expect(dayText('2026-12-31T16:00:00Z')).toBe('2027-01-01');
});

test.each([
  [-5, '0 秒'],
  [12, '12 秒'],
  [185, '3 分钟 5 秒'],
  [3_700, '1 小时 2 分钟'],
])('%i seconds on the line are %s', (seconds, words) => {
  expect(callSpanText(seconds * 1000)).toBe(words);
});
