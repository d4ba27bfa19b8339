/** 核查目的: why somebody is sent to look. */
export const visitPurposes = [
  'supervision',
  'answer-check',
  'look-back',
  'spot-check',
  'joint-check',
] as const;
export type VisitPurpose = (typeof visitPurposes)[number];
export const visitPurposeLabel: Record<VisitPurpose, string> = {
  supervision: '现场督办',
  'answer-check': '办结核查',
  'look-back': '回头看',
  'spot-check': '随机抽查',
  'joint-check': '联合检查',
};

/** 核查状态. */
export const visitStates = ['asked', 'under-way', 'done', 'cancelled'] as const;
export type VisitState = (typeof visitStates)[number];
export const visitStateLabel: Record<VisitState, string> = {
  asked: '待核查',
  'under-way': '核查中',
  done: '已核查',
  cancelled: '已取消',
};

/** 核查结论: what stands there, whatever anybody wrote. */
export const visitOutcomes = ['fixed', 'partly', 'not-fixed'] as const;
export type VisitOutcome = (typeof visitOutcomes)[number];
export const visitOutcomeLabel: Record<VisitOutcome, string> = {
  fixed: '已解决',
  partly: '部分解决',
  'not-fixed': '未解决',
};

/** 核查项的填法. */
export const visitItemKinds = ['yes-no', 'number', 'words', 'photo'] as const;
export type VisitItemKind = (typeof visitItemKinds)[number];
export const visitItemKindLabel: Record<VisitItemKind, string> = {
  'yes-no': '是或否',
  number: '数字',
  words: '文字',
  photo: '照片',
};

/** 核查台账的分栏. */
export const visitBoxes = ['open', 'done', 'all'] as const;
export type VisitBox = (typeof visitBoxes)[number];
