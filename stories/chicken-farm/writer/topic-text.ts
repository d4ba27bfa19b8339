import { oneOf } from '../../sightseeing-carts/chance.ts';
import type { Farm, Random } from './farms.ts';
import * as words from './topic-words.ts';

const calls = [
  '{official}',
  '{short}',
  '{short}',
  '{nick}',
  '{nick}',
  '{nick}',
  '一家养鸡场',
  '那个养鸡场',
] as const;
const bare = [
  '养鸡的',
  '上面的鸡场',
  '鸡舍',
  '附近养殖场(养鸡)',
  '村里那个养鸡大户',
  '鸡棚',
] as const;

/** 诉求: how one neighbour tells of one farm; the order of its parts, and which are missing, change. */
export function topicText(random: Random, farm: Farm, county: string): string {
  if (random() < 0.16) return filled(oneOf(random, words.whole), { random, farm, county });
  const parts = {
    opening: oneOf(random, words.openings),
    place: oneOf(random, words.places),
    flow: oneOf(random, words.flows),
    effect: oneOf(random, words.effects),
    time: oneOf(random, words.times),
    history: oneOf(random, words.histories),
    demand: oneOf(random, words.demands),
    besides: random() < 0.14 ? oneOf(random, words.besides) : '',
    rambling: random() < 0.18 ? oneOf(random, words.rambling) : '',
  };
  return filled(oneOf(random, structures)(parts), { random, farm, county });
}

interface Parts {
  opening: string;
  place: string;
  flow: string;
  effect: string;
  time: string;
  history: string;
  demand: string;
  besides: string;
  rambling: string;
}

const joined = (...parts: string[]): string => `${parts.filter((part) => part !== '').join(',')}。`;

const structures: readonly [(parts: Parts) => string, ...((parts: Parts) => string)[]] = [
  (p) =>
    p.opening +
    joined(`${p.place}{farm}${p.flow}`, p.effect, p.time, p.history, p.demand, p.besides),
  (p) => p.opening + joined(p.rambling, `${p.place}{farm}${p.flow}`, p.effect, p.demand),
  (p) => p.opening + joined(p.effect, p.time, `都是因为{farm}${p.flow}`, p.history, p.besides),
  (p) => joined(`${p.place}{farm}${p.time}${p.flow}`, p.demand),
  (p) =>
    p.opening + joined(p.rambling, p.besides, p.effect, `{farm}${p.flow}`, p.history, p.demand),
  (p) => p.opening + joined(`${p.place}有个{farm}`, p.flow, p.effect, p.history),
  (p) => p.opening + joined(p.place, p.effect, `怀疑是{farm}${p.flow}`, p.demand, p.besides),
  (p) => joined(`{farm}${p.flow}`, p.effect),
  (p) => p.opening + joined(p.besides, `再一个,{farm}${p.flow}`, p.effect, p.demand),
];

interface Filling {
  random: Random;
  farm: Farm;
  county: string;
}

function filled(text: string, { random, farm, county }: Filling): string {
  const called = random() < 0.12 ? oneOf(random, bare) : oneOf(random, calls);
  return text
    .replaceAll('{farm}', called)
    .replaceAll('{place}', oneOf(random, words.places))
    .replaceAll('{official}', farm.official)
    .replaceAll('{short}', farm.short)
    .replaceAll('{nick}', oneOf(random, farm.nicknames))
    .replaceAll(
      '{outlet}',
      random() < 0.7 ? farm.outlet : oneOf(random, ['溪里', '沟里', '田里', '河里']),
    )
    .replaceAll('{landmark}', farm.landmark)
    .replaceAll('{village}', farm.village)
    .replaceAll('{town}', farm.town)
    .replaceAll('{county}', county);
}
