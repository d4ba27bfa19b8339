import { expect, test } from 'vitest';
import { readHours, readSites } from './quiet-lines.ts';

test('sites are read as pasted, with commas of either width or tabs; the radius may be missing', () => {
  const pasted = '示例一中,117.652,24.513\n\n示例二中，117.61，24.54，300\n三中\t117.7\t24.49';
  expect(readSites(pasted)).toEqual({
    rows: [
      { name: '示例一中', lng: 117.652, lat: 24.513, radius: 500 },
      { name: '示例二中', lng: 117.61, lat: 24.54, radius: 300 },
      { name: '三中', lng: 117.7, lat: 24.49, radius: 500 },
    ],
  });
  expect(readSites('示例一中,117.652,24.513\n示例二中')).toEqual({ badLine: 2 });
});

test('hours are of China, and what is no time is named by its line', () => {
  expect(readHours('2026-06-07 09:00-11:30')).toEqual({
    rows: [{ from: '2026-06-07T01:00:00.000Z', to: '2026-06-07T03:30:00.000Z' }],
  });
  expect(readHours('2026-06-07 09:00-11:30\n6月8日上午')).toEqual({ badLine: 2 });
  expect(readHours('2026-06-07 25:00-26:00')).toEqual({ badLine: 1 });
});
