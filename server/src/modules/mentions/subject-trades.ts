import type { SubjectKind } from './subject.ts';

/** 行业词: what stands behind a name when people leave 有限公司 away: 和盛机械, 宏祥劳务. Words of one line are one trade. */
const trades: readonly (readonly [SubjectKind, string])[] = [
  ['farm', '养殖|畜牧|牧业|生态养殖|农牧'],
  ['farm', '水产|渔业'],
  ['company', '农业|农林|种业|农资'],
  ['company', '房地产开发|地产开发|房地产|地产|房产|置业|置地|开发'],
  ['company', '建设工程|建筑工程|建设|建筑|建工|路桥|市政工程|市政'],
  ['company', '建筑劳务|劳务服务|劳务|人力资源|人力'],
  ['company', '装饰工程|装饰|装修|家装|园林'],
  ['company', '矿业开发|矿业|石材|石业|建材|陶瓷'],
  ['company', '化工|塑胶|塑料|橡胶|涂料'],
  ['company', '机械|机电|金属制品|金属|五金|钢铁|钢构|汽配|电梯'],
  ['company', '纺织印染|印染|纺织|制衣|服饰|鞋业'],
  ['company', '纸业|包装|印刷'],
  ['company', '家具|木业|家居|家电|电器'],
  ['company', '电子|科技|网络|信息|通信|软件'],
  ['company', '商贸|贸易|实业'],
  ['company', '食品|饮品|餐饮|粮油|酒业'],
  ['company', '物流|快运|运输|客运|货运|出行|租车'],
  ['company', '国旅|旅游|文旅'],
  ['company', '热力|燃气|电力|水务|能源|新能源|光伏'],
  ['company', '环保|环卫|保洁|家政|保安'],
  ['company', '医药|药业|生物'],
  ['company', '传媒|文化传播|广告|影视'],
  ['property', '物业服务|物业管理|物业'],
  ['school', '教育|双语|美术|舞蹈|培训'],
  ['shop', '健身|美容|美发|口腔|摄影'],
];

const words = trades.flatMap(([kind, all], trade) =>
  all.split('|').map((word) => ({ word, kind, trade })),
);
const byWord = new Map(words.map((one) => [one.word, one]));
const either = words
  .map(({ word }) => word)
  .toSorted((a, b) => b.length - a.length)
  .join('|');

export const tradeAtEnd = new RegExp(`(?:${either})$`);
/** In prose: not where the word goes on into something else, 化工企业, 物业费, 教育局. */
export const tradesInProse = new RegExp(
  `(?:${either})(?!行业|产业|企业|市场|部门|工程|工作|服务|管理|产品|材料|设备|系统|用品|局|园|厂|城|区|费|证|类|业|法|许可|资质|合同|规划|项目|用地|集团|公司)`,
  'g',
);

/** 行业: the number of a trade and the kind of thing it makes of a name; null where the name ends in none. */
export function tradeOf(name: string): { trade: number; kind: SubjectKind } | null {
  const [word] = tradeAtEnd.exec(name) ?? [];
  return word === undefined ? null : (byWord.get(word) ?? null);
}
