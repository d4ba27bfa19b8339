/** 扰乱行为分级 (domain 2.13), and 职业索赔, which is named and never refused. */
export const conductGrades = [
  'misdial',
  'harassment',
  'malicious',
  'unlawful',
  'claimant',
] as const;
export type ConductGrade = (typeof conductGrades)[number];
export const conductGradeLabel: Record<ConductGrade, string> = {
  misdial: '误拨或无声',
  harassment: '骚扰',
  malicious: '恶意占线或恶意反复',
  unlawful: '涉嫌违法',
  claimant: '职业索赔特征',
};

/** 依据: what was done. `frequency` is offered so that it can be refused in words: it is no reason by itself. */
export const conductGrounds = [
  'silent',
  'abuse',
  'sexual',
  'nonsense',
  'occupying',
  'threat',
  'false-alarm',
  'claims-for-gain',
  'frequency',
] as const;
export type ConductGround = (typeof conductGrounds)[number];
export const conductGroundLabel: Record<ConductGround, string> = {
  silent: '无声或误拨',
  abuse: '辱骂',
  sexual: '淫秽骚扰',
  nonsense: '反复说没有内容的话',
  occupying: '故意占线',
  threat: '威胁人身或公共安全',
  'false-alarm': '谎报险情',
  'claims-for-gain': '成批、同式的索赔举报',
  frequency: '只是来电次数多',
};

export const conductMeasures = [
  'script',
  'label',
  'quiet-24h',
  'quiet-7d',
  'quiet-30d',
  'police-clue',
] as const;
export type ConductMeasure = (typeof conductMeasures)[number];
export const conductMeasureLabel: Record<ConductMeasure, string> = {
  script: '按话术劝导并提醒',
  label: '只作标注,照常受理',
  'quiet-24h': '分流 24 小时',
  'quiet-7d': '分流 7 天',
  'quiet-30d': '分流 30 天',
  'police-clue': '线索移送公安机关',
};

/** What each grade allows. */
export const measuresOf: Record<ConductGrade, readonly ConductMeasure[]> = {
  misdial: ['script'],
  harassment: ['script', 'quiet-24h'],
  malicious: ['script', 'quiet-24h', 'quiet-7d', 'quiet-30d'],
  unlawful: ['script', 'quiet-24h', 'quiet-7d', 'quiet-30d', 'police-clue'],
  claimant: ['label'],
};

export const conductStates = ['asked', 'in-force', 'refused', 'over', 'lifted'] as const;
export type ConductState = (typeof conductStates)[number];
export const conductStateLabel: Record<ConductState, string> = {
  asked: '待批准',
  'in-force': '执行中',
  refused: '未批准',
  over: '已结束',
  lifted: '复核后撤销',
};
