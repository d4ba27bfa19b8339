import type { OfficeUnits } from '../people.ts';

export interface VisitWords {
  purpose: 'answer-check' | 'look-back' | 'spot-check';
  /** About an answer that waits for its call-back; otherwise about a place alone. */
  ofOrder: boolean;
  checklist: 'general' | 'noise' | 'road';
  unit: keyof OfficeUnits;
  what: string;
  matter: string;
  daysAgo: number;
  /** Natural days it may take. */
  days: number;
  ticks: readonly (readonly [code: string, value: boolean | number | string | null])[];
  outcome: 'fixed' | 'partly' | 'not-fixed';
  findings: string;
  answerIsFalse: boolean;
  until: 'asked' | 'cancelled' | 'under-way' | 'done';
}

const nothingYet = { ticks: [], outcome: 'fixed', findings: '', answerIsFalse: false } as const;
const general = (stillThere: boolean) =>
  [
    ['scene', null],
    ['still-there', stillThere],
    ['as-answered', !stillThere],
  ] as const;

/** 演示核查, invented. */
export const visitWords: readonly VisitWords[] = [
  {
    purpose: 'look-back',
    ofOrder: false,
    checklist: 'general',
    unit: 'township',
    what: '回头看:上月修补过的村道边沟是否又堵。',
    matter: '010102',
    daysAgo: 9,
    days: 3,
    ticks: [...general(false), ['seen', '边沟通畅,盖板完好。'], ['people-asked', 2]],
    outcome: 'fixed',
    findings: '边沟已经疏通,盖板完好,附近住户表示近期没有再积水。',
    answerIsFalse: false,
    until: 'done',
  },
  {
    purpose: 'answer-check',
    ofOrder: true,
    checklist: 'general',
    unit: 'township',
    what: '答复说已经处理,请到现场看反映的问题是否还在,拍全景。',
    matter: '010102',
    daysAgo: 1,
    days: 4,
    ticks: general(true),
    outcome: 'not-fixed',
    findings: '到现场看,反映的问题还在,没有看到处理过的痕迹。',
    answerIsFalse: true,
    until: 'done',
  },
  {
    purpose: 'spot-check',
    ofOrder: false,
    checklist: 'noise',
    unit: 'environment',
    what: '随机抽查:城区在建工地午间噪声。',
    matter: '030202',
    daysAgo: 2,
    days: 3,
    ...nothingYet,
    until: 'under-way',
  },
  {
    purpose: 'look-back',
    ofOrder: false,
    checklist: 'road',
    unit: 'village',
    what: '回头看:村口破损路面是否已经修好,未修好的拍围挡。',
    matter: '010102',
    daysAgo: 6,
    days: 2,
    ...nothingYet,
    until: 'asked',
  },
  {
    purpose: 'spot-check',
    ofOrder: false,
    checklist: 'general',
    unit: 'village',
    what: '随机抽查:文化活动中心旁路灯是否全亮。',
    matter: '010107',
    daysAgo: 1,
    days: 4,
    ...nothingYet,
    until: 'asked',
  },
  {
    purpose: 'spot-check',
    ofOrder: false,
    checklist: 'road',
    unit: 'housing',
    what: '随机抽查:主干道修复路面是否平整。',
    matter: '010102',
    daysAgo: 4,
    days: 3,
    ...nothingYet,
    until: 'cancelled',
  },
];
