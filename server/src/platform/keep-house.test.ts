import { expect, test } from 'vitest';
import { keepHouse } from './keep-house.ts';
import { monthOf } from './months.ts';

async function monthsMadeOn(now: string): Promise<string[]> {
  const made: string[] = [];
  const ensureMonth = async (at: Date) => {
    made.push(monthOf(at));
  };
  await keepHouse({ db: { ensureMonth }, clock: { now: () => new Date(now) } });
  return made;
}

test('months are made ahead on every day of a year, over the short one and over new year too', async () => {
  expect(await monthsMadeOn('2026-01-30T12:00:00Z')).toEqual(['2026-01', '2026-02', '2026-03']);
  expect(await monthsMadeOn('2026-01-31T23:59:59Z')).toEqual(['2026-01', '2026-02', '2026-03']);
  expect(await monthsMadeOn('2026-12-31T23:59:59Z')).toEqual(['2026-12', '2027-01', '2027-02']);
  expect(await monthsMadeOn('2028-02-29T00:00:00Z')).toEqual(['2028-02', '2028-03', '2028-04']);
});
