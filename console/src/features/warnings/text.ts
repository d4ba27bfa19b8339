import { type WarningSubject, warningSubjectLabel } from '@minsheng/contract';

export const warningsText = {
  title: '预警',
  waiting: (count: number) => `${count} 条待研判`,
  listLabel: '预警列表',
  empty: '没有预警。每小时、每晚自动研判一次,超出期望的事项、区域、对象会列在这里,每周最多两条。',
  tooYoung: (since: string) => `从 ${since} 开始计数,满五周后才有预警。`,
  cap: (count: number) => `只列出最近 ${count} 条。`,
  about: (subject: WarningSubject, label: string) =>
    subject === 'all' ? warningSubjectLabel.all : label,
  numbers: (hours: number, seen: number, low: number, high: number) =>
    `${span(hours)}内 ${seen} 件,通常 ${low}–${high} 件`,
  since: (at: string) => `自 ${at}`,
  raised: (at: string) => `${at} 发出`,
  goesOn: (at: string) => `最近一次异动 ${at}`,
  openOrders: (count: number) => `打开这 ${count} 件工单`,
  words: '这些诉求里突出的词',
  noWords: '没有突出的共同用词。',
  beside: '同时异动',
  chart: '每天件数与期望带',
  why: '为什么发出',
  formula:
    '把这一项占全部公开诉求的比例,与最近四周、半年和往年同期的比例相比,取其中最高的作为期望;超出期望带并且在所有项目里排得靠前才发出。保密工单不计入。',
  formulaAll: '把全部公开诉求的件数与前一天作出的预测相比。保密工单不计入。',
  orders: '诉求',
  moreOrders: (shown: number, all: number) => `列出前 ${shown} 件,共 ${all} 件`,
  search: '按同样的事项和区域查询',
  look: '已看过',
  looked: '已记下看过',
  dismiss: '排除',
  dismissed: '已排除',
  dismissHelp: '说明这次异动为什么不用处置。以后的预警照常发出。',
  dismissedAs: '原因',
  dismissedAsNeeded: '请选择原因',
  note: '说明',
  act: '记录处置',
  acted: '处置已记录',
  actLabel: '做了什么',
  actHelp: '例如已提醒哪个单位、已立专题、已发布公告。请不要写诉求人的姓名和电话。',
  settled: (by: string, at: string) => `${by} ${at}`,
  noteWords: (note: string) => `说明:${note}`,
  filter: '状态',
  all: '全部',
} as const;

const span = (hours: number): string =>
  hours < 24 ? `${hours} 小时` : `${Math.round(hours / 24)} 天`;
