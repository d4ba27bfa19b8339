/** 节点类型: how its days are found. */
export const nodeKinds = ['solar', 'lunar', 'exam', 'season', 'event'] as const;
export type NodeKind = (typeof nodeKinds)[number];
export const nodeKindLabel: Record<NodeKind, string> = {
  solar: '公历节假日',
  lunar: '农历节日',
  exam: '考试',
  season: '季节时段',
  event: '大型活动',
};

/** 可比的一类: a node is compared with the last of its family. */
export const nodeFamilies = ['holiday', 'exam', 'school', 'flood', 'event'] as const;
export type NodeFamily = (typeof nodeFamilies)[number];
export const nodeFamilyLabel: Record<NodeFamily, string> = {
  holiday: '节假日',
  exam: '考试',
  school: '开学',
  flood: '汛期',
  event: '大型活动',
};

/** 找对象 runs as a job. */
export const readingStates = ['waiting', 'running', 'done', 'failed'] as const;
export type ReadingState = (typeof readingStates)[number];
export const readingStateLabel: Record<ReadingState, string> = {
  waiting: '排队中',
  running: '读取中',
  done: '已完成',
  failed: '未成功',
};

/** 对比的窗口: the same node of last year, the last comparable one of this year, and this one while it runs. */
export const windowRoles = ['last-year', 'last-alike', 'own'] as const;
export type WindowRole = (typeof windowRoles)[number];
export const windowRoleLabel: Record<WindowRole, string> = {
  'last-year': '去年同一节点',
  'last-alike': '上一个可比节点',
  own: '本次',
};

/** 名称种类: what a text must say. `thing`: what of the object; `alias`: a nickname that stands for the whole object. */
export const objectNameKinds = ['name', 'alias', 'thing'] as const;
export type ObjectNameKind = (typeof objectNameKinds)[number];
export const objectNameKindLabel: Record<ObjectNameKind, string> = {
  name: '名称',
  alias: '俗称',
  thing: '说的是什么',
};

/** 怎样找到的. `sound`: another spelling of the same sound; `issue`: told of the same issue as one that names it. */
export const zeroHows = ['name', 'alias', 'sound', 'issue', 'ruled'] as const;
export type ZeroHow = (typeof zeroHows)[number];
export const zeroHowLabel: Record<ZeroHow, string> = {
  name: '说了名称',
  alias: '说了俗称',
  sound: '同音写法',
  issue: '与已找到的工单同一事项',
  ruled: '人工认定',
};

/** 节点走到哪一步. */
export const nodePhases = ['ahead', 'window', 'past', 'reviewed'] as const;
export type NodePhase = (typeof nodePhases)[number];
export const nodePhaseLabel: Record<NodePhase, string> = {
  ahead: '准备中',
  window: '窗口期内',
  past: '已结束,待复盘',
  reviewed: '已复盘',
};
