/** 文书种类. */
export const letterKinds = [
  'supervision',
  'reminder',
  'work-reminder',
  'transfer',
  'leaders-note',
  'minutes',
] as const;
export type LetterKind = (typeof letterKinds)[number];
export const letterKindLabel: Record<LetterKind, string> = {
  supervision: '督办通知',
  reminder: '提醒函',
  'work-reminder': '工作提醒函',
  transfer: '移送函',
  'leaders-note': '领导专报',
  minutes: '会议纪要',
};

/** 函件状态. `approved`: numbered, its text fixed. `signed`, `answered`: by everybody it went to. */
export const letterStates = [
  'draft',
  'approved',
  'sent',
  'signed',
  'answered',
  'withdrawn',
] as const;
export type LetterState = (typeof letterStates)[number];
export const letterStateLabel: Record<LetterState, string> = {
  draft: '拟稿',
  approved: '已编号',
  sent: '已发出',
  signed: '已签收',
  answered: '已反馈',
  withdrawn: '已撤回',
};

/** 收函状态, of one unit. `over`: its answer was accepted, or none was wanted. */
export const receiptStates = ['unsigned', 'to-answer', 'to-review', 'sent-back', 'over'] as const;
export type ReceiptState = (typeof receiptStates)[number];
export const receiptStateLabel: Record<ReceiptState, string> = {
  unsigned: '待签收',
  'to-answer': '待反馈',
  'to-review': '反馈待审',
  'sent-back': '反馈退回',
  over: '已办结',
};

/** What a letter or a task is about; the kinds still to come join here. */
export const concernKinds = [
  'order',
  'issue',
  'warning',
  'watch',
  'site',
  'campaign-entry',
  'clue',
] as const;
export type ConcernKind = (typeof concernKinds)[number];
export const concernKindLabel: Record<ConcernKind, string> = {
  order: '工单',
  issue: '事项',
  warning: '预警',
  watch: '节点关注对象',
  site: '台账点位',
  'campaign-entry': '清单问题',
  clue: '违规线索',
};

/** 函件台账的分栏. */
export const letterBoxes = ['open', 'received', 'all'] as const;
export type LetterBox = (typeof letterBoxes)[number];
