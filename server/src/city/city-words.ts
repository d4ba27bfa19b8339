import type { CityPack } from './pack.ts';

/** Shorter names are everyday words as well, and would cut through others. */
const shortestName = 3;

const committee = /(?:(?:社区)?(?:居民委员会|居委会)|村?(?:村民委员会|村委会))$/;

/** 桥头村委会 is 桥头村 to everybody, 金桂社区居委会 is 金桂社区. */
function asSpoken(name: string): string {
  return name.replace(committee, (all) => (all.includes('居') ? '社区' : '村'));
}

/** 城市词典: what the search keeps whole: the city's own words, its places and what people call them, its units. */
export function cityWords({ facts, areas, aliases, units }: CityPack): string[] {
  const names = [
    ...areas.flatMap(({ name }) => [name, asSpoken(name)]),
    ...aliases.map(({ alias }) => alias),
    ...units.map(({ short }) => short),
  ];
  return [
    ...new Set([
      ...(facts?.dictionary ?? []),
      ...names.filter((name) => Array.from(name).length >= shortestName),
    ]),
  ];
}
