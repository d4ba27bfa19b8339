/** 答复链接打开时: how the answer stands. */
export const answerStates = ['valid', 'changed', 'expired', 'withdrawn'] as const;
export type AnswerState = (typeof answerStates)[number];

export const answerStateLabel: Record<AnswerState, string> = {
  valid: '有效',
  changed: '发出后有更新',
  expired: '已过期',
  withdrawn: '已停止对外提供',
};
