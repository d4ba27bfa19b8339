import { oneOf } from './chance.ts';

/** Who writes these has seen nothing of what finds them: how tourists talk, mistakes and dialect included. */
type Random = () => number;

const openings = ['', '你好,', '我要投诉,', '来旅游的,', '跟你们讲一下,', '麻烦反映下,'] as const;
const endings = ['。', ',希望有人管管。', ',太不像话了。', ',明年不敢来了。', ',请处理。'] as const;

const cart = [
  '苏峰山景区的观光车半天才来一班,我们等了一个多钟头',
  '苏峰山观光车班次少,老人小孩都在太阳下站着',
  '东山苏峰山坐观光车,车太少了,排队排到路口',
  '苏峰山那边观光车站台人挤人,没人维持秩序',
  '苏峰山景区观光车上车点拥挤,推来推去的',
  '苏峰山的观光车引导员态度差,问一句就吼',
  '去苏峰山玩,观光车的引导员说话难听,还赶人',
  '苏峰山景区观光车,当地人都叫它小火车,等了快两小时',
  '苏峰山观光车也就是俗称小火车的那个,班次实在少',
] as const;

const ills = [
  '门口停车乱收钱',
  '卫生间脏得进不去',
  '门票退不了',
  '讲解的人敷衍了事',
  '路面坑坑洼洼差点摔倒',
  '卖的东西比外面贵一倍',
  '晚上灯都不亮',
  '淋浴没热水还收费',
  '喇叭吵得没法休息',
  '垃圾桶满了没人倒',
  '检票的人态度冷淡',
  '说好的表演临时取消',
] as const;

export const cartText = (random: Random, no: number): string =>
  `${oneOf(random, openings)}${cart[no % cart.length] ?? cart[0]}${oneOf(random, endings)}`;

export const illText = (random: Random, name: string): string =>
  `${oneOf(random, openings)}${name}${oneOf(random, ills)}${oneOf(random, endings)}`;

const firsts = ['云', '青', '石', '龙', '凤', '海', '古', '金', '白', '松', '花', '翠'] as const;
const seconds = ['溪', '岩', '坪', '湾', '岭', '台', '洲', '屿', '泉', '林'] as const;
const kinds = ['景区', '公园', '度假区', '古城', '沙滩', '民宿', '酒店', '农庄', '乐园'] as const;

/** Names of places that are nowhere, none twice. */
export function inventedPlaces(random: Random, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count)
    names.add(
      `${oneOf(random, firsts)}${oneOf(random, seconds)}${oneOf(random, firsts)}${oneOf(random, kinds)}`,
    );
  return [...names];
}
