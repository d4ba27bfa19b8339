import type { CaseState } from './store/cases.repo.ts';
import type { Kind } from './wire/envelope.ts';

export const kindWords: Record<Kind, string> = {
  transfer: '移送',
  accept: '接收',
  return: '退回',
  progress: '进展',
  result: '结果',
  clue: '涉稳线索',
  supplement: '补充',
  urge: '催办',
  withdraw: '撤回',
  void: '空号',
};

export const stateWords: Record<CaseState, string> = {
  waiting: '待接收',
  accepted: '办理中',
  returned: '已退回',
  done: '已办结',
  withdrawn: '已撤回',
};

export const stageWords = {
  dispatched: '已派警',
  'on-the-way': '赶往现场',
  arrived: '已到现场',
  handling: '处置中',
  note: '情况说明',
} as const;

export const outcomeWords = { done: '已处置', cannot: '无法处置', 'no-duty': '非警务' } as const;

export const modeWords = {
  'one-key': '一键转接',
  'three-way': '三方通话',
  push: '系统推送',
  together: '同时派遣',
} as const;

export const autoWords = {
  off: '人工处理',
  accept: '自动接收',
  whole: '自动接收、出警、反馈',
} as const;

/** What the pretend 110 says by itself when it plays a case through. */
export const played = {
  accept: '110已接警。',
  dispatched: '已指令就近巡逻警力前往。',
  arrived: '警力已到现场,正在警戒疏导。',
  result: '现场已处置完毕,交通恢复正常。',
} as const;

/** 数据共享的状态. */
export const shareStateWords = {
  asked: '待批准',
  active: '共享中',
  expired: '已到期',
  refused: '已拒绝',
  revoked: '已撤销',
} as const;

export const refusals = {
  unknownCase: '没有这件警单,请核对编号。',
  notNow: (state: CaseState) => `警单现在是“${stateWords[state]}”,不能这样做。`,
  notReceived: '这件不是对方移来的,不能转送。',
  notOurs: '这一步由对方做。',
  noShare: '没有这项数据共享,请核对编号。',
  noField: (field: string) => `没有字段 ${field},请删去。`,
  shareNotActive: '这项数据共享没有生效或已经结束。',
  notDead: '这条报文没有停下,不能放弃。',
} as const;
