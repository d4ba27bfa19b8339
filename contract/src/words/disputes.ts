/** 退单理由, domain 2.6. */
export const returnReasons = [
  'not-our-duty',
  'not-our-area',
  'not-our-level',
  'missing-info',
  'duplicate',
  'in-procedure',
  'not-government',
  'other',
] as const;
export type ReturnReason = (typeof returnReasons)[number];
export const returnReasonLabel: Record<ReturnReason, string> = {
  'not-our-duty': '职责不符',
  'not-our-area': '属地不符',
  'not-our-level': '层级不符(应由部门办理)',
  'missing-info': '信息不足',
  duplicate: '重复工单',
  'in-procedure': '已进入法定程序',
  'not-government': '不属于行政范围',
  other: '其他',
};

/** Somebody else has to do it, and whoever returns says who. For the rest the centre decides what becomes of the order. */
export const namesProperUnit = (reason: ReturnReason): boolean =>
  reason === 'not-our-duty' || reason === 'not-our-area' || reason === 'not-our-level';

/** 退单申请 from the unit's desk to the ruling. */
export const returnStates = [
  'to-sign',
  'refused',
  'asked',
  'withdrawn',
  'upheld',
  'rejected',
  'lapsed',
] as const;
export type ReturnState = (typeof returnStates)[number];
export const returnStateLabel: Record<ReturnState, string> = {
  'to-sign': '待单位领导签字',
  refused: '单位领导未同意',
  asked: '待裁定',
  withdrawn: '已撤回',
  upheld: '退单成立',
  rejected: '退单不成立',
  lapsed: '工单已另行处理',
};

/** 裁定轮次: who rules. Round three is binding: the lead is fixed afterwards. */
export const lastRound = 3;
export const roundLabel: Record<number, string> = {
  1: '第一轮(派单员裁定)',
  2: '第二轮(审核员会同双方裁定)',
  3: '第三轮(会商裁定,结论有约束力)',
};

/** 目录增补建议: what a precedent used three times becomes. */
export const rowProposalStates = ['proposed', 'accepted', 'refused'] as const;
export type RowProposalState = (typeof rowProposalStates)[number];
export const rowProposalStateLabel: Record<RowProposalState, string> = {
  proposed: '待决定',
  accepted: '已采纳',
  refused: '不采纳',
};
