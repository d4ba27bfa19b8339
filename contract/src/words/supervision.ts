/** 督办级别 (domain 2.8). What a level is called, what brings it on and how long an answer may take is the city's data. */
export const supervisionLevels = ['S0', 'S1', 'S2', 'S3', 'S4', 'S5'] as const;
export type SupervisionLevel = (typeof supervisionLevels)[number];

/** Levels a unit is supervised at; S0 only warns. */
export const askedLevels = ['S1', 'S2', 'S3', 'S4', 'S5'] as const;
export type AskedLevel = (typeof askedLevels)[number];

/** S2 and up: by a person, with a reason. */
export const writtenLevels = ['S2', 'S3', 'S4', 'S5'] as const;
export type WrittenLevel = (typeof writtenLevels)[number];
export const isWritten = (level: SupervisionLevel): level is WrittenLevel =>
  writtenLevels.some((one) => one === level);

/** 督办事由. */
export const supervisionTriggers = [
  'urged',
  'overdue',
  'overdue-day',
  'redo',
  'complaint',
  'redo-twice',
  'safety',
  'clustered',
  'raised',
  'upper',
  'unmoved',
  'false-completion',
  'repeated',
  'same-object',
  'ordered',
] as const;
export type SupervisionTrigger = (typeof supervisionTriggers)[number];
export const supervisionTriggerLabel: Record<SupervisionTrigger, string> = {
  urged: '诉求人催办',
  overdue: '办理超时',
  'overdue-day': '超时满一个工作日',
  redo: '重办',
  complaint: '诉求人反映办理不力',
  'redo-twice': '两次以上重办',
  safety: '安全隐患超时未除',
  clustered: '群体集中诉求',
  raised: '问题工单提级',
  upper: '上级平台督办',
  unmoved: '书面督办后仍未办结',
  'false-completion': '认定虚假办结',
  repeated: '多次督办仍未整改',
  'same-object': '同一对象再次投诉',
  ordered: '督办单位决定',
};

/** 督办方式. */
export const instruments = [
  'message',
  'notice',
  'site-visit',
  'work-reminder',
  'leaders-note',
  'interview',
  'circular',
  'media',
  'transfer',
] as const;
export type Instrument = (typeof instruments)[number];
export const instrumentLabel: Record<Instrument, string> = {
  message: '系统送达',
  notice: '督办通知',
  'site-visit': '现场督办',
  'work-reminder': '工作提醒函',
  'leaders-note': '领导批示',
  interview: '约谈',
  circular: '通报',
  media: '媒体问效',
  transfer: '纪检抄送',
};

export const supervisionStates = [
  'proposed',
  'dismissed',
  'lapsed',
  'open',
  'answered',
  'raised',
  'closed',
] as const;
export type SupervisionState = (typeof supervisionStates)[number];
export const supervisionStateLabel: Record<SupervisionState, string> = {
  proposed: '待决定',
  dismissed: '未采纳',
  lapsed: '已不需要',
  open: '待反馈',
  answered: '已反馈,待销号',
  raised: '已升级',
  closed: '已销号',
};

/** 系统预警 S0: which point of a duty's time has come. */
export const warningPoints = ['half', 'most', 'last-day', 'expired'] as const;
export type WarningPoint = (typeof warningPoints)[number];
export const warningPointLabel: Record<WarningPoint, string> = {
  half: '时限过半',
  most: '时限已用八成',
  'last-day': '黄牌:剩一个工作日',
  expired: '红牌:已超时',
};
