import type { CheckOutcome } from '@minsheng/contract/words/clues.ts';

/** How far a clue of the demo has come. */
export type ClueUntil =
  | 'draft'
  | 'sent'
  | 'declined'
  | 'accepted'
  | 'settled'
  | 'feedback-written'
  | 'told';

export interface ClueWords {
  kind: string;
  subject: string;
  place: string;
  facts: string;
  /** Department of the city, by slug. */
  unit: string;
  /** It goes along to the check. */
  also: string;
  /** Marked on an order of these matters that is closed; without one by the analyst alone. */
  matters: readonly string[];
  daysAgo: number;
  until: ClueUntil;
  outcome: CheckOutcome;
  findings: string;
  caseNo?: string;
  penaltyFen?: number;
  told?: string;
}

const nothingYet = { outcome: 'not-true', findings: '' } as const;

/** 演示线索, invented: no shop of these names exists. */
export const clueWords: readonly ClueWords[] = [
  {
    kind: 'pollution',
    subject: '示例塑料颗粒厂',
    place: '工业集中区北侧厂房',
    facts: '夜间十点以后开机熔料,排气口没有连接收集装置,下风向能闻到刺鼻气味。',
    unit: 'sthj',
    also: 'scjg',
    matters: ['04', '03'],
    daysAgo: 14,
    until: 'told',
    outcome: 'filed',
    findings: '生产时未开启废气处理设施,现场取证并立案。',
    caseNo: '示例环罚立〔2026〕1号',
    penaltyFen: 4_000_000,
    told: '您反映的线索经核查属实,已依法立案处理。感谢您的监督。',
  },
  {
    kind: 'food',
    subject: '示例海鲜排档',
    place: '古城东侧夜市中段',
    facts: '冷柜里的水产没有标签和日期,隔夜的半成品重新腌制后出售。',
    unit: 'scjg',
    also: 'wlj',
    matters: ['05', '09', '03'],
    daysAgo: 11,
    until: 'feedback-written',
    outcome: 'corrected',
    findings: '部分食材没有标签,责令当场改正并下架。',
    told: '您反映的线索经核查属实,经营者已按要求改正。',
  },
  {
    kind: 'price',
    subject: '示例停车场',
    place: '火车站南广场出口',
    facts: '节假日按公示价的两倍收费,收费公示牌用广告遮住。',
    unit: 'scjg',
    also: 'jtj',
    matters: ['09', '06'],
    daysAgo: 8,
    until: 'declined',
    outcome: 'not-true',
    findings: '该停车场由国有公司经营,收费由主管部门核定,请转主管部门。',
  },
  {
    kind: 'pollution',
    subject: '示例洗涤厂',
    place: '河道东岸排水口旁',
    facts: '雨天从院墙后的暗管向河道排白色泡沫水,晴天不排。',
    unit: 'sthj',
    also: 'slj',
    matters: ['04'],
    daysAgo: 5,
    until: 'accepted',
    ...nothingYet,
  },
  {
    kind: 'building',
    subject: '示例建材仓库',
    place: '环城路口北侧空地',
    facts: '在绿化带后面新建约两百平方米的钢棚,没有张贴任何许可。',
    unit: 'cgj',
    also: 'zrzy',
    matters: ['02', '03'],
    daysAgo: 2,
    until: 'sent',
    ...nothingYet,
  },
  {
    kind: 'building',
    subject: '示例建材仓库',
    place: '环城路口北侧空地',
    facts: '钢棚已经搭到三层高,夜里用吊车施工,占了半条辅道。',
    unit: 'cgj',
    also: 'zrzy',
    matters: ['02', '03'],
    daysAgo: 0,
    until: 'draft',
    ...nothingYet,
  },
];
