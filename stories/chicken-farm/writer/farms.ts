import { chance, oneOf } from '../../sightseeing-carts/chance.ts';

export type Random = () => number;

/** A farm that is nowhere: what it is called, officially and by the neighbours, and where its water goes. */
export interface Farm {
  readonly no: number;
  readonly townCode: string;
  readonly town: string;
  readonly village: string;
  readonly villageCode: string;
  readonly official: string;
  readonly short: string;
  readonly nicknames: readonly [string, ...string[]];
  readonly landmark: string;
  readonly outlet: string;
  /** How much is said of it, against the others. */
  readonly weight: number;
}

export interface Village {
  readonly code: string;
  readonly name: string;
  readonly townCode: string;
  readonly town: string;
}

const firsts = [
  '丰',
  '旺',
  '兴',
  '宏',
  '锦',
  '绿',
  '禾',
  '瑞',
  '恒',
  '泰',
  '盛',
  '顺',
  '源',
  '嘉',
] as const;
const seconds = ['泽', '谷', '原', '达', '隆', '农', '牧', '田', '升', '翔', '润', '和'] as const;
const companies = [
  '养鸡场',
  '蛋鸡养殖场',
  '蛋鸡场',
  '肉鸡养殖场',
  '禽业有限公司',
  '家禽养殖专业合作社',
  '农牧公司',
  '生态养殖场',
  '种鸡场',
] as const;
const owners = [
  '阿水',
  '阿兴',
  '阿木',
  '老四',
  '阿土',
  '胖子',
  '外地老板',
  '阿海',
  '大头',
  '阿福',
] as const;
const byOwner = ['家的鸡场', '的鸡寮', '那个鸡场', '养鸡的', '的鸡舍', '家鸡棚'] as const;
const byPlace = [
  '那个鸡场',
  '的养鸡大棚',
  '那几排鸡舍',
  '的铁皮鸡寮',
  '那家养鸡的',
  '的鸡场',
  '那个养殖场',
  '那排大棚',
] as const;
const landmarks = [
  '老砖厂',
  '水库脚下',
  '山坳里',
  '果林后面',
  '小学后山',
  '高速桥下',
  '国道边',
  '旧窑',
  '茶山上',
  '电站旁边',
  '庙后',
  '香蕉园边上',
  '石子场对面',
  '养路班旁边',
  '废弃林场',
  '蜜柚园里',
] as const;
const outlets = [
  '门前的溪',
  '后港溪',
  '灌溉渠',
  '村里的排水沟',
  '下游的池塘',
  '稻田',
  '山涧',
  '路边的水沟',
  '大圳',
  '鱼塘',
  '菜地边的沟',
  '水库',
] as const;

/** Farms in as many villages: a few are told of by many, most by some. */
export function inventedFarms(seed: number, villages: readonly Village[], count: number): Farm[] {
  const random = chance(seed * 7919 + 13);
  const names = new Set<string>();
  while (names.size < count) names.add(`${oneOf(random, firsts)}${oneOf(random, seconds)}`);
  const near = villagesOfTowns(random, villages, Math.ceil(count / farmsInTown));
  return [...names].map((name, no) => farmOf({ random, name, no, villages: near }));
}

const farmsInTown = 2.5;

/** Farms stand together: a few townships have most of them. */
function villagesOfTowns(random: Random, villages: readonly Village[], count: number): Village[] {
  const towns = [...new Set(villages.map(({ townCode }) => townCode))];
  const chosen = new Set<string>();
  while (chosen.size < Math.min(count, towns.length))
    chosen.add(towns[Math.floor(random() * towns.length)] ?? '');
  return villages.filter(({ townCode }) => chosen.has(townCode));
}

/** As people say it: nobody speaks of a village's committee. */
export const spoken = (village: string): string =>
  village.replace(/(村|社区)?(村民|居民)?(委员会|村委会|居委会|委会)$/, '村').replace(/社区$/, '');

function farmOf({ random, name, no, villages }: Making): Farm {
  const village = villages[Math.floor(random() * villages.length)];
  if (!village) throw new Error('There are no villages.');
  const landmark = oneOf(random, landmarks);
  return {
    ...{ no, landmark, townCode: village.townCode, town: village.town },
    ...{ village: spoken(village.name), villageCode: village.code },
    official: `${name}${oneOf(random, companies)}`,
    short: random() < 0.6 ? `${name}鸡场` : name,
    nicknames: [
      `${landmark}${oneOf(random, byPlace)}`,
      `${oneOf(random, owners)}${oneOf(random, byOwner)}`,
    ],
    outlet: oneOf(random, outlets),
    weight: 1 + Math.floor(random() ** 3 * 9),
  };
}

interface Making {
  random: Random;
  name: string;
  no: number;
  villages: readonly Village[];
}
