/** 为什么复核 a piece of guidance: one of ten, a reason that is not clear, a complaint about it, or its requester asked. */
export const checkReasons = ['sample', 'not-clear', 'complaint', 'requested'] as const;
export type CheckReason = (typeof checkReasons)[number];
export const checkReasonLabel: Record<CheckReason, string> = {
  sample: '抽查',
  'not-clear': '不是一目了然的类别',
  complaint: '有人不满告知',
  requested: '诉求人申请复核',
};

export const checkStates = ['waiting', 'upheld', 'reopened'] as const;
export type CheckState = (typeof checkStates)[number];
export const checkStateLabel: Record<CheckState, string> = {
  waiting: '待复核',
  upheld: '告知正确',
  reopened: '改为受理',
};
