/** 机制要素的类型: money in whole fen. */
export const mechanismFieldKinds = ['text', 'money', 'count', 'date', 'choice', 'yes-no'] as const;
export type MechanismFieldKind = (typeof mechanismFieldKinds)[number];

/** 填写环节: who fills a field in. */
export const mechanismStages = ['intake', 'handling', 'call-back'] as const;
export type MechanismStage = (typeof mechanismStages)[number];
export const mechanismStageLabel: Record<MechanismStage, string> = {
  intake: '受理填写',
  handling: '承办单位填写',
  'call-back': '回访填写',
};

/** 时点 of an order that conditions and figures speak of. */
export const mechanismMoments = [
  'accepted',
  'dispatched',
  'contacted',
  'arrived',
  'answered',
  'closed',
] as const;
export type MechanismMoment = (typeof mechanismMoments)[number];
export const mechanismMomentLabel: Record<MechanismMoment, string> = {
  accepted: '受理',
  dispatched: '派单',
  contacted: '首次联系',
  arrived: '到场',
  answered: '答复',
  closed: '办结',
};

/** 核查环节: before what a check is asked. */
export const mechanismGates = ['reply', 'close'] as const;
export type MechanismGate = (typeof mechanismGates)[number];
export const mechanismGateLabel: Record<MechanismGate, string> = {
  reply: '提交答复前',
  close: '结案前',
};

/** 机制指标的算法. */
export const mechanismFormulas = [
  'count',
  'sum',
  'difference',
  'median',
  'median-hours',
  'share',
] as const;
export type MechanismFormula = (typeof mechanismFormulas)[number];
export const mechanismFormulaLabel: Record<MechanismFormula, string> = {
  count: '件数',
  sum: '合计',
  difference: '差额',
  median: '中位数',
  'median-hours': '用时中位数',
  share: '占比',
};

/** 数的单位. */
export const mechanismUnits = ['orders', 'fen', 'number', 'hours', 'share'] as const;
export type MechanismUnit = (typeof mechanismUnits)[number];

/** 档案异议. */
export const objectionStates = ['waiting', 'upheld', 'dismissed'] as const;
export type ObjectionState = (typeof objectionStates)[number];
export const objectionStateLabel: Record<ObjectionState, string> = {
  waiting: '待复核',
  upheld: '异议成立,不再计入',
  dismissed: '异议不成立',
};

/** 数后工单: which orders a number is made of. */
export const mechanismParts = ['all', 'open', 'in', 'out', 'came-back', 'repeats'] as const;
