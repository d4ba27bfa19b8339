/** 剔除理由 (domain 3.5): why a rating does not count for a unit. */
export const exclusionCodes = [
  'X1',
  'X2',
  'X3',
  'X4',
  'X5',
  'X6',
  'X7',
  'X8',
  'X9',
  'X10',
  'X11',
  'X12',
] as const;
export type ExclusionCode = (typeof exclusionCodes)[number];
export const exclusionLabel: Record<ExclusionCode, string> = {
  X1: '恶意骚扰',
  X2: '超出行政职责',
  X3: '诉求不属实',
  X4: '要求违反法律政策',
  X5: '已进入司法或信访程序',
  X6: '重复且无新事实',
  X7: '派单错误',
  X8: '不可抗力或系统故障',
  X9: '诉求人拒绝配合或失联',
  X10: '客观条件暂不具备且已挂账',
  X11: '建议或表扬',
  X12: '办理中未到期',
};

/** 复核层级: county first where the unit lies in one, then city, the director last. */
export const contestLevels = ['county', 'city', 'director'] as const;
export type ContestLevel = (typeof contestLevels)[number];
export const contestLevelLabel: Record<ContestLevel, string> = {
  county: '县区分中心',
  city: '市中心',
  director: '中心主任',
};

export const contestStates = ['asked', 'upheld', 'rejected'] as const;
export type ContestState = (typeof contestStates)[number];
export const contestStateLabel: Record<ContestState, string> = {
  asked: '复核中',
  upheld: '申诉成立,不计入考核',
  rejected: '申诉不成立,照常计入',
};
