/** What became of a warning (预警). */
export const warningStates = ['new', 'looked-at', 'dismissed', 'acted'] as const;
export type WarningState = (typeof warningStates)[number];

export const warningStateLabel: Record<WarningState, string> = {
  new: '待研判',
  'looked-at': '已看过',
  dismissed: '已排除',
  acted: '已处置',
};

/** Why a warning means nothing. */
export const dismissals = ['expected', 'known', 'few-people', 'data', 'other'] as const;
export type Dismissal = (typeof dismissals)[number];

export const dismissalLabel: Record<Dismissal, string> = {
  expected: '预料之中',
  known: '已在处理',
  'few-people': '少数人重复反映',
  data: '登记或数据原因',
  other: '其他',
};

/** What a warning counts: everything, a matter or its parents, a place, both together, a thing complained of. */
export const warningSubjects = ['all', 'matter', 'place', 'matter-at-place', 'subject'] as const;
export type WarningSubject = (typeof warningSubjects)[number];

export const warningSubjectLabel: Record<WarningSubject, string> = {
  all: '全部诉求',
  matter: '事项',
  place: '区域',
  'matter-at-place': '某地某事项',
  subject: '被反映对象',
};
