/** So many of so many. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

export const percent = (permille: number): string => `${(permille / 10).toFixed(1)}%`;

/** A rate with what it is made of; of nothing there is none. */
export const shareWords = ({ right, of }: Share): string =>
  of === 0 ? '—' : `${percent((right / of) * 1000)}(${right}/${of})`;

export const autoText = {
  title: '自动派单',
  intro:
    '只放行机器已被证明派得准的事项。每件工单到派单台时,机器先写下打算派给谁,再看人派到哪里、最后由谁办结;没有问题的才自动派出,单位和群众看到的与人工派单一样。',
  on: '已开启',
  off: '已关闭',
  onHelp: '够条件的工单在受理后一两秒内自动派出。派单员 60 秒内可以撤销,之后可以改派、收回。',
  offHelp: '所有工单由派单员派出。机器仍然记录拟派单位,用来计算准确率。',
  nobodyYet: (window: number) =>
    `还没有哪个事项满 ${window} 件已了结的派单,现在开启也不会自动派出任何工单。`,
  some: (count: number) => `现在有 ${count} 个事项够条件。`,
  never:
    '举报和线索、保密或匿名、涉及未成年人、紧急程度被调低过、特急和紧急、重复诉求、地点不清的,任何时候都交给人工。',
  turnOn: '开启自动派单',
  turnOff: '立即全部停用',
  turnOffHelp: '保存后马上生效,所有工单交给派单员。已经自动派出的不受影响。',
  turnOnHelp: (bar: string) => `准确率达到 ${bar} 的事项将自动派单。请写明依据,例如会议决定。`,
  turnedOn: '自动派单已开启',
  turnedOff: '自动派单已全部停用',
  reason: '原因',
  reasonNeeded: '请写明原因,至少两个字',
  bars: '门槛',
  barLabel: '准确率门槛(%)',
  barHelp: '首派准确率、机器有把握时的准确率都要达到。90 到 100。',
  sureLabel: '历史办件把握门槛(%)',
  sureHelp: '没有明确目录条目时,机器要有这么大的把握。90 到 100。',
  barFacts: (bar: string, sure: string) => `准确率门槛 ${bar};历史办件把握门槛 ${sure}`,
  changeBar: '修改门槛',
  changedBar: '门槛已修改',
  control: (oneIn: number) => `每 ${oneIn} 件够条件的抽 1 件交给派单员,与机器对照。`,

  weeks: '逐周覆盖率和准确率',
  noWeeks: '还没有记录。工单到派单台时开始记录。',
  week: '周(周一至周日)',
  proposed: '到派单台',
  sure: '机器有把握',
  sureEnded: '有把握的准确率',
  sent: '自动派出',
  coverage: '覆盖率',
  sentEnded: '自动派出的准确率',
  wrongOnes: '派错的',
  weeksHelp:
    '按工单到派单台的那一周计。准确率只算已有结果的:人工派出的到结案、换主办或满 30 天没有变动,自动派出的要到结案或换主办。点数字看工单;保密、匿名的工单不在查询里显示。',
  chart: (weeks: number, last: string) => `最近 ${weeks} 周的覆盖率和准确率,最近一周:${last}`,
  chartPoint: (week: string, label: string, words: string) => `${week} ${label} ${words}`,

  matters: '各事项',
  noMatters: '还没有已了结的派单。',
  mattersHelp: (window: number, fewest: number) =>
    `按事项看最近 ${window} 件已了结的派单。够条件:满 ${window} 件,首派准确率达到门槛,机器有把握的至少 ${fewest} 件、其中准确率也达到门槛。`,
  matter: '事项',
  settled: '已了结',
  settledWords: (settled: number, window: number) => `已有 ${settled}/${window}`,
  first: '首派准确率',
  bar: '门槛',
  ownBar: '单独设定',
  state: '能否自动派单',
  yes: '够条件',
  sentDays: '近 30 天自动派出',
  sentDaysEnded: '其中准确率',
  set: '设置',
  setOf: (matter: string) => `设置“${matter}”`,
  isOff: '这个事项',
  allow: '允许自动派单',
  stop: '停用自动派单',
  ownBarLabel: '单独的准确率门槛(%),不填同全市',
  saved: '已保存',

  held: '交给人工的原因(近 30 天)',
  heldHelp: '一件工单可能有几个原因,各算一次。',
  noHeld: '近 30 天没有记录。',
  count: (count: number) => `${count} 件`,

  changes: '设置变更',
  noChanges: '还没有人改过设置。',
  changeWords: (before: string, after: string) => `${before} → ${after}`,
  today: '今天自动派出的,在派单台“自动派出”里抽查。',
} as const;
