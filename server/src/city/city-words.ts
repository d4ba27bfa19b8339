import type { CityPack } from './pack.ts';

/** Shorter names are everyday words as well, and would cut through others. */
const shortestName = 3;

/** 城市词典: what the search keeps whole: the city's own words, its places, its units as people call them. */
export function cityWords({ facts, areas, units }: CityPack): string[] {
  const names = [...areas, ...units].map((each) => ('short' in each ? each.short : each.name));
  return [
    ...new Set([
      ...(facts?.dictionary ?? []),
      ...names.filter((name) => Array.from(name).length >= shortestName),
    ]),
  ];
}
