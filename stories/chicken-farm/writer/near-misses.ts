import { oneOf } from '../../sightseeing-carts/chance.ts';
import type { Random } from './farms.ts';

/** 易混诉求: near to the topic and not it. Each kind leaves out one thing: the farm, the chickens, or the water. */
interface NearMiss {
  readonly kind: string;
  readonly matters: readonly [string, ...string[]];
  readonly who: readonly [string, ...string[]];
  readonly what: readonly [string, ...string[]];
}

export const nearMisses: readonly [NearMiss, ...NearMiss[]] = [
  {
    kind: 'ducks',
    matters: ['040102', '040102', '040103', '130302'],
    who: [
      '村口的鸭塘',
      '溪边养鸭的',
      '一家养鸭场',
      '番鸭养殖户',
      '水库里放养的鸭子',
      '对岸那个鸭寮',
      '鹅场',
    ],
    what: [
      ...([
        '水都绿了,臭得很',
        '鸭粪水直接流进溪里',
        '鸭毛漂得满河都是',
        '把水搞得没法洗东西',
      ] as const),
      ...['占了半条河,污水往下游排', '养了几千只,废水不处理', '一下雨塘水漫出来流到菜地'],
    ],
  },
  {
    kind: 'pigs',
    matters: ['040102', '040102', '040202', '040103'],
    who: [
      '山上的养猪场',
      '隔壁村猪场',
      '养猪大户',
      '一家规模化猪场',
      '老猪圈',
      '某农牧公司的猪舍',
      '养牛场',
      '兔子养殖场',
    ],
    what: [
      ...(['猪粪水直排到溪里', '半夜偷排粪水', '臭气熏天', '沼液池满了流到田里'] as const),
      ...['污水管接到水沟里', '冲栏的水把水圳染黑了', '环保来查就停几天'],
    ],
  },
  {
    kind: 'dead-animals',
    matters: ['130203', '040103', '040401'],
    who: ['河边', '水渠里', '桥下', '村后山沟', '垃圾桶旁', '溪滩上'],
    what: [
      ...([
        '漂着好几头死猪',
        '有人扔死鸡,一袋一袋的',
        '发现死猪发臭',
        '倒了一车死鸡没人埋',
      ] as const),
      ...['死鸭死鱼漂了一片', '病死鸡没有无害化处理,乱丢'],
    ],
  },
  {
    kind: 'food',
    matters: ['030106', '030106', '110102', '040202'],
    who: [
      '楼下炸鸡店',
      '小区门口鸡排店',
      '一家盐焗鸡作坊',
      '烤鸡摊',
      '椰子鸡火锅店',
      '卤料店',
      '烧烤店',
      '白切鸡店',
    ],
    what: [
      ...([
        '油烟直接排到楼道',
        '污水倒进雨水井',
        '排烟管对着我家窗户',
        '油腻的水倒在路边',
      ] as const),
      ...['半夜还在炒,味道很重', '泔水桶臭得不行'],
    ],
  },
  {
    kind: 'market',
    matters: ['110102', '030202', '110101', '030101'],
    who: [
      '菜市场活禽区',
      '农贸市场杀鸡档',
      '路边卖活鸡的',
      '屠宰点',
      '现杀活鸡的摊位',
      '冷冻鸡仓库',
    ],
    what: [
      ...(['血水流得满地', '鸡毛堵了下水道', '卖的鸡不新鲜', '杀鸡的脏水泼到人行道'] as const),
      ...['短斤缺两', '臭味很大没人冲洗', '没有检疫证'],
    ],
  },
  {
    kind: 'home',
    matters: ['130302', '030202', '040202', '020101'],
    who: ['邻居', '楼上那户', '一楼住户', '对门', '小区里有人', '巷子里一户人家', '房东'],
    what: [
      ...([
        '在阳台养鸡,早上叫个不停',
        '院子里散养十几只鸡,鸡屎到处都是',
        '在绿化带搭鸡笼',
      ] as const),
      ...['自家养了几只鸡鸭,味道飘过来', '养斗鸡吵得睡不着', '在楼顶养鸡,冲水流到楼下'],
    ],
  },
  {
    kind: 'farm-otherwise',
    matters: ['040102', '040202', '130203', '140102', '070102', '130103', '020101'],
    who: ['养鸡场', '蛋鸡场', '村里的鸡场', '那个鸡舍', '山脚下养鸡的', '肉鸡合作社', '种鸡场'],
    what: [
      ...([
        '风机整夜响,吵得睡不着',
        '欠工人三个月工资',
        '占用基本农田建大棚',
        '运鸡车把村道压坏',
      ] as const),
      ...[
        '苍蝇太多,臭味很大',
        '没有办动物防疫证',
        '离学校太近,要求搬走',
        '想扩建,请问要办什么手续',
      ],
      ...['焚烧死鸡冒黑烟', '鸡粪车一路撒', '想申请养殖补贴', '私拉电线有火灾危险'],
    ],
  },
  {
    kind: 'sewage-otherwise',
    matters: ['010201', '040101', '040103', '010203', '010202'],
    who: [
      '村里的污水管',
      '一家食品厂',
      '洗车场',
      '小区化粪池',
      '石材厂',
      '豆腐作坊',
      '上游不知道哪里',
      '造纸厂',
      '安置房',
    ],
    what: [
      ...(['污水直排溪里', '黑水流到灌溉渠', '半夜偷排,溪水发黑', '污水溢出来流到路上'] as const),
      ...['臭水沟几年没人清', '废水流进鱼塘,鱼都死了', '雨污不分,一下雨就冒黑水'],
    ],
  },
  {
    kind: 'eggs-trade',
    matters: ['110201', '110203', '110204', '130202'],
    who: ['超市买的鸡蛋', '网上买的土鸡', '直播间的土鸡蛋', '养鸡扶贫项目', '订的鸡苗', '饲料店'],
    what: [
      '有臭味,不给退',
      '是冷冻的冒充现杀',
      '说好的补贴没到',
      '死了一半不赔',
      '涨价太多',
      '发霉了',
    ],
  },
];

const openings = [
  '',
  '',
  '你好,',
  '市民反映,',
  '我要投诉,',
  '请问一下,',
  '来电反映:',
  '麻烦管管,',
  '跟你说个事,',
] as const;
const tails = [
  '',
  '',
  ',希望处理',
  ',没人管',
  ',跟社区说过没用',
  ',已经很久了',
  ',请尽快',
  ',太气人了',
  ',怎么办',
] as const;
const places = [
  '',
  '',
  '{village}',
  '{town}',
  '{town}{village}',
  '我们村',
  '镇上',
  '{village}那边',
] as const;

export function nearMissText(
  random: Random,
  { who, what }: NearMiss,
  at: { town: string; village: string },
): string {
  const place = oneOf(random, places)
    .replaceAll('{village}', at.village)
    .replaceAll('{town}', at.town);
  const more = random() < 0.25 ? `,${oneOf(random, what)}` : '';
  return `${oneOf(random, openings)}${place}${oneOf(random, who)}${oneOf(random, what)}${more}${oneOf(random, tails)}。`;
}
