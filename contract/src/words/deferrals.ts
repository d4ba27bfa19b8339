/** 延期、挂起、挂账 (domain 2.7). */
export const deferralKinds = ['extension', 'suspension', 'parking'] as const;
export type DeferralKind = (typeof deferralKinds)[number];
export const deferralKindLabel: Record<DeferralKind, string> = {
  extension: '延期',
  suspension: '挂起',
  parking: '挂账',
};

/** 延期理由. */
export const extensionReasons = [
  'testing',
  'construction',
  'several-units',
  'legal-procedure',
  'weather',
  'requester',
] as const;
/** 挂起理由: the only ones for which a clock may stand still, each with a longest time in the city's limits. */
export const suspensionReasons = ['await-requester', 'await-court', 'await-test'] as const;
/** 挂账理由. */
export const parkingReasons = ['history', 'planning', 'funding', 'other-conditions'] as const;
export type SuspensionReason = (typeof suspensionReasons)[number];

export const deferralReasons = [
  ...extensionReasons,
  ...suspensionReasons,
  ...parkingReasons,
] as const;
export type DeferralReason = (typeof deferralReasons)[number];
export const deferralReasonLabel: Record<DeferralReason, string> = {
  testing: '需检测鉴定',
  construction: '需施工周期',
  'several-units': '需多部门配合',
  'legal-procedure': '等待司法或行政程序',
  weather: '天气季节原因',
  requester: '诉求人原因',
  'await-requester': '等待诉求人',
  'await-court': '等待法院或仲裁',
  'await-test': '等待第三方检测',
  history: '历史遗留问题',
  planning: '规划尚未实施',
  funding: '资金尚未落实',
  'other-conditions': '其他客观条件不具备',
};

export const deferralStates = ['asked', 'granted', 'refused', 'withdrawn', 'lapsed'] as const;
export type DeferralState = (typeof deferralStates)[number];
export const deferralStateLabel: Record<DeferralState, string> = {
  asked: '待审批',
  granted: '已同意',
  refused: '未同意',
  withdrawn: '已撤回',
  lapsed: '工单已另行处理',
};

/** 挂账台账. */
export const ledgerStates = ['open', 'cleared', 'ended'] as const;
export type LedgerState = (typeof ledgerStates)[number];
export const ledgerStateLabel: Record<LedgerState, string> = {
  open: '挂账中',
  cleared: '已销账',
  ended: '已转办',
};
