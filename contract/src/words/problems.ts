/** Where a run (归集) stands. */
export const runStates = ['waiting', 'running', 'done', 'failed'] as const;
export type RunState = (typeof runStates)[number];

export const runStateLabel: Record<RunState, string> = {
  waiting: '排队中',
  running: '进行中',
  done: '已完成',
  failed: '未成功',
};

/** Files a run is exported as. */
export const problemFiles = ['xlsx', 'csv'] as const;
export type ProblemFile = (typeof problemFiles)[number];

/** What a run is at. */
export const runPhases = ['reading', 'before', 'grouping', 'keeping'] as const;
export type RunPhase = (typeof runPhases)[number];

export const runPhaseLabel: Record<RunPhase, string> = {
  reading: '读取本期诉求',
  before: '读取上一期诉求',
  grouping: '归成问题',
  keeping: '排序保存',
};

/** What became of a problem (问题) that was found. */
export const problemStates = ['open', 'accepted', 'dismissed'] as const;
export type ProblemState = (typeof problemStates)[number];

export const problemStateLabel: Record<ProblemState, string> = {
  open: '待核对',
  accepted: '已归为事项',
  dismissed: '已排除',
};

/** Why a found problem is none. */
export const problemDismissals = ['not-one-thing', 'in-hand', 'ordinary', 'data', 'other'] as const;
export type ProblemDismissal = (typeof problemDismissals)[number];

export const problemDismissalLabel: Record<ProblemDismissal, string> = {
  'not-one-thing': '说的不是同一件事',
  'in-hand': '已在处置',
  ordinary: '日常零散诉求',
  data: '登记或测试数据',
  other: '其他原因',
};
