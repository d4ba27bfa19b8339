import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { isAt, nearQuiet, putQuiet } from './quiet-sites.ts';

const site = { name: '示例一中考点', lng: 117.652, lat: 24.513, radius: 500 };
const east = (metres: number) => ({
  lng: site.lng + metres / (111_320 * Math.cos((site.lat * Math.PI) / 180)),
  lat: site.lat,
});

test('a position decides to the metre; without one the words do, where they name the site', () => {
  expect(isAt(site, { point: east(499), words: '' })).toBe(true);
  expect(isAt(site, { point: east(510), words: '示例一中考点旁边' })).toBe(false);
  expect(isAt(site, { point: null, words: '示例一中考点旁边有人放音响' })).toBe(true);
  expect(isAt(site, { point: null, words: '楼下有人放音响' })).toBe(false);
});

test(
  'a ring holds in its hours, from the first instant to the last, and what was put before is replaced',
  inCity(async ({ as, ctx, clock, system, travelTo }) => {
    const owner = ctx.newId();
    const start = new Date(clock.now().getTime() + 3_600_000);
    const end = new Date(start.getTime() + 3_600_000);
    const hours = [{ from: start, to: end }];
    await system.do((inside) => putQuiet(inside, owner, { sites: [site], hours }), undefined);
    const isNear = () =>
      as('agent').do((inside) => nearQuiet(inside, { point: east(100), words: '' }), undefined);
    expect(await isNear()).toBe(false);
    await travelTo(start);
    expect(await isNear()).toBe(true);
    await travelTo(end);
    expect(await isNear()).toBe(false);
    await travelTo(start);
    await system.do((inside) => putQuiet(inside, owner, { sites: [], hours }), undefined);
    expect(await isNear()).toBe(false);
  }),
);
