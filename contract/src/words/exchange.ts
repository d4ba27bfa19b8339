/** 报文种类 of the exchange protocol (docs/exchange.md). */
export const messageKinds = [
  'transfer',
  'accept',
  'return',
  'progress',
  'result',
  'clue',
  'supplement',
  'urge',
  'supervise',
  'withdraw',
  'void',
] as const;
export type MessageKind = (typeof messageKinds)[number];
export const messageKindLabel: Record<MessageKind, string> = {
  transfer: '移送',
  accept: '接收',
  return: '退回',
  progress: '进展',
  result: '结果',
  clue: '涉稳线索',
  supplement: '补充',
  urge: '催办',
  supervise: '督办',
  withdraw: '撤回',
  void: '空号',
};

/** 移送方式; `together`: both sides handle it at once. */
export const transferModes = ['one-key', 'three-way', 'push', 'together'] as const;
export type TransferMode = (typeof transferModes)[number];
export const transferModeLabel: Record<TransferMode, string> = {
  'one-key': '一键转接',
  'three-way': '三方通话',
  push: '信息推送',
  together: '同步派警派单',
};

export const progressStages = [
  'dispatched',
  'on-the-way',
  'arrived',
  'contacted',
  'handling',
  'note',
] as const;
export type ProgressStage = (typeof progressStages)[number];
export const progressStageLabel: Record<ProgressStage, string> = {
  dispatched: '已派出',
  'on-the-way': '在途',
  arrived: '已到场',
  contacted: '已联系诉求人',
  handling: '处理中',
  note: '说明',
};

export const resultOutcomes = ['done', 'cannot', 'no-duty'] as const;
export type ResultOutcome = (typeof resultOutcomes)[number];
export const resultOutcomeLabel: Record<ResultOutcome, string> = {
  done: '已办结',
  cannot: '客观上不能解决',
  'no-duty': '不属职责',
};

export const clueRisks = ['high', 'middle', 'low'] as const;
export type ClueRisk = (typeof clueRisks)[number];
export const clueRiskLabel: Record<ClueRisk, string> = { high: '高', middle: '中', low: '低' };

export const signSchemes = ['hmac-sha256', 'sm2'] as const;
export type SignScheme = (typeof signSchemes)[number];

export const messageDirections = ['in', 'out'] as const;
export type MessageDirection = (typeof messageDirections)[number];
export const messageDirectionLabel: Record<MessageDirection, string> = { in: '来', out: '去' };

/** How far a message has come. `waiting`: ours on the way; `held`: theirs, its forerunner is missing. */
export const messageStates = [
  'waiting',
  'held',
  'dead',
  'delivered',
  'applied',
  'dismissed',
] as const;
export type MessageState = (typeof messageStates)[number];
export const messageStateLabel: Record<MessageState, string> = {
  waiting: '待送达',
  held: '待前序报文',
  dead: '死信',
  delivered: '已送达',
  applied: '已入库',
  dismissed: '已作废',
};
