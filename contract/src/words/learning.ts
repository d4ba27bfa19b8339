/** What is learnt (模型); each is a model of its own. */
export const modelKinds = ['matter', 'unit', 'type'] as const;
export type ModelKind = (typeof modelKinds)[number];

export const modelKindLabel: Record<ModelKind, string> = {
  matter: '事项',
  unit: '承办单位',
  type: '诉求类型',
};

/** Where a version of a model (模型版本) stands; exactly one of a kind is in use. */
export const versionStates = ['candidate', 'in-use', 'former', 'refused'] as const;
export type VersionState = (typeof versionStates)[number];

export const versionStateLabel: Record<VersionState, string> = {
  candidate: '待定',
  'in-use': '在用',
  former: '曾用',
  refused: '未采用',
};

/** What the comparison on the last month said of a new version. */
export const verdicts = ['first', 'too-few', 'not-worse', 'worse', 'after-revert'] as const;
export type Verdict = (typeof verdicts)[number];

export const verdictLabel: Record<Verdict, string> = {
  first: '第一个版本',
  'too-few': '可比的决定太少',
  'not-worse': '不比在用的差',
  worse: '明显比在用的差',
  'after-revert': '退回之后,等人决定',
};

/** Orders behind a number of the page: every suggestion judged, those whose first was what a person chose, and the others. */
export const judgedHits = ['any', 'right', 'wrong'] as const;
export type JudgedHit = (typeof judgedHits)[number];

export const judgedHitLabel: Record<JudgedHit, string> = {
  any: '有建议可比的',
  right: '第一位建议正确的',
  wrong: '第一位建议不对的',
};

/** What a training (训练) is at. */
export const trainingPhases = ['reading', 'trial', 'judging', 'training'] as const;
export type TrainingPhase = (typeof trainingPhases)[number];

export const trainingPhaseLabel: Record<TrainingPhase, string> = {
  reading: '读取历史决定',
  trial: '用一个月前的决定试训',
  judging: '在最近一个月上比较',
  training: '用全部决定训练',
};

export const trainingStates = ['waiting', 'running', 'done', 'failed'] as const;
export type TrainingState = (typeof trainingStates)[number];

export const trainingStateLabel: Record<TrainingState, string> = {
  waiting: '排队中',
  running: '训练中',
  done: '已完成',
  failed: '未成功',
};
