/** 任务种类. */
export const taskKinds = [
  'assigned',
  'leaders-note',
  'meeting-decision',
  'media-question',
] as const;
export type TaskKind = (typeof taskKinds)[number];
export const taskKindLabel: Record<TaskKind, string> = {
  assigned: '交办任务',
  'leaders-note': '领导批示',
  'meeting-decision': '会议议定事项',
  'media-question': '媒体问效',
};

/** 任务状态. `claimed`: its owner says that it is done, and somebody else looks. */
export const taskStates = [
  'given',
  'accepted',
  'claimed',
  'sent-back',
  'confirmed',
  'withdrawn',
] as const;
export type TaskState = (typeof taskStates)[number];
export const taskStateLabel: Record<TaskState, string> = {
  given: '待签收',
  accepted: '办理中',
  claimed: '待确认',
  'sent-back': '退回重办',
  confirmed: '已确认完成',
  withdrawn: '已撤回',
};

/** Its owner has it in hand: its time runs. */
export const isTaskRunning = (state: TaskState): boolean =>
  state === 'given' || state === 'accepted' || state === 'sent-back';

/** What a task belongs to; the kinds still to come join here. */
export const taskSubjectKinds = [
  'order',
  'issue',
  'problem',
  'meeting',
  'supervision',
  'visit',
  'watch',
  'campaign',
  'brief',
] as const;
export type TaskSubjectKind = (typeof taskSubjectKinds)[number];
export const taskSubjectKindLabel: Record<TaskSubjectKind, string> = {
  order: '工单',
  issue: '事项',
  problem: '归集问题',
  meeting: '会议',
  supervision: '督办',
  visit: '现场核查',
  watch: '节点关注对象',
  campaign: '专题',
  brief: '专报',
};

/** 任务箱. `ours`: a unit's own and those below it, for the centre those one gave. */
export const taskBoxes = ['ours', 'to-confirm', 'overdue', 'all'] as const;
export type TaskBox = (typeof taskBoxes)[number];
export const taskBoxLabel: Record<TaskBox, string> = {
  ours: '在办',
  'to-confirm': '待确认',
  overdue: '已逾期',
  all: '全部',
};
